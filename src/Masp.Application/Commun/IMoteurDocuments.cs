namespace Masp.Application.Commun;

/// <summary>The typesetter: an outside program. What it makes is PDF/UA-1, with its text selectable and its font inside.</summary>
public interface IMoteurDocuments
{
    /// <param name="modele">Name of a template, never from a caller.</param>
    /// <param name="donnees">Written as JSON; its texts stay text.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="DocumentsIndisponiblesException">The program is not installed, failed, or took more than 20 seconds.</exception>
    Task<byte[]> RenderAsync(string modele, object donnees, CancellationToken cancellationToken);
}

/// <summary>No document can be made right now; nothing of the data is in the message.</summary>
public sealed class DocumentsIndisponiblesException(string message, Exception? cause = null) : Exception(message, cause);
