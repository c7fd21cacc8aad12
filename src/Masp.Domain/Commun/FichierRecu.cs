using System.Text;

namespace Masp.Domain.Commun;

/// <summary>What may be received as a file.</summary>
public enum TypeDeFichier
{
    Pdf,
    Png,
    Jpeg,

    /// <summary>UTF-8 text without control characters.</summary>
    Csv,
}

/// <summary>
/// A file somebody sends, admitted: the one place that says what is. Its type is told by what it holds, never by its name nor by what the sender says
/// of it; the name only has to agree.
/// </summary>
/// <param name="Nom">As it may be shown and written again: a name alone, without a path.</param>
public sealed record FichierRecu(string Nom, TypeDeFichier Type)
{
    /// <summary>Bytes, included.</summary>
    public const int TailleMax = 10 * 1024 * 1024;

    /// <summary>Characters, included.</summary>
    public const int NomMax = 120;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<TypeDeFichier, string[]> Extensions = new()
    {
        [TypeDeFichier.Pdf] = [".pdf"],
        [TypeDeFichier.Png] = [".png"],
        [TypeDeFichier.Jpeg] = [".jpg", ".jpeg"],
        [TypeDeFichier.Csv] = [".csv"],
    };

    /// <param name="nom">As the sender calls it.</param>
    /// <param name="contenu">All of it.</param>
    /// <param name="admis">What the place takes; at least one.</param>
    /// <returns>Refused: <c>fichier.nom</c>, <c>fichier.vide</c>, <c>fichier.trop-volumineux</c>, <c>fichier.type</c>, <c>fichier.extension</c>.</returns>
    public static Result<FichierRecu> Read(string nom, ReadOnlySpan<byte> contenu, params IReadOnlyCollection<TypeDeFichier> admis)
    {
        if (!IsName(nom))
            return Error.Invalid("fichier.nom", $"Le nom du fichier compte de 1 à {NomMax} caractères, sans chemin ni caractère spécial.", "nom");
        if (contenu.IsEmpty)
            return Error.Invalid("fichier.vide", "Ce fichier est vide.", "contenu");
        if (contenu.Length > TailleMax)
            return Error.Invalid("fichier.trop-volumineux", "Un fichier pèse 10 Mio au plus.", "contenu");
        if (TypeOf(contenu) is not { } type || !admis.Contains(type))
            return Error.Invalid("fichier.type", $"Ce fichier n'est pas de ceux que l'on peut joindre ici : {string.Join(", ", admis.Select(Mot))}.", "contenu");
        if (!Extensions[type].Contains(Path.GetExtension(nom).ToLowerInvariant()))
            return Error.Invalid("fichier.extension", $"Le nom du fichier ne dit pas ce qu'il contient : c'est un fichier {Mot(type)}.", "nom");
        return new FichierRecu(nom, type);
    }

    private static bool IsName(string nom) =>
        nom.Length is > 0 and <= NomMax && nom == nom.Trim() && nom[0] != '.' && !nom.EndsWith('.')
        && nom.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0 && !nom.Any(c => char.IsControl(c) || IsHidden(c));

    // What turns the order of letters around makes "fdp.exe" read "exe.pdf".
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate;

    private static TypeDeFichier? TypeOf(ReadOnlySpan<byte> contenu)
    {
        if (contenu.StartsWith("%PDF-"u8))
            return TypeDeFichier.Pdf;
        if (contenu.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return TypeDeFichier.Png;
        if (contenu.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return TypeDeFichier.Jpeg;
        return IsText(contenu) ? TypeDeFichier.Csv : null;
    }

    /// <summary>A page or a drawing that a browser would run is text too, and is not taken for a table.</summary>
    private static bool IsText(ReadOnlySpan<byte> contenu)
    {
        try
        {
            var text = Utf8.GetString(contenu).TrimStart('\uFEFF').TrimStart();
            return !text.StartsWith('<') && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Mot(TypeDeFichier type) => type switch
    {
        TypeDeFichier.Pdf => "PDF",
        TypeDeFichier.Png => "PNG",
        TypeDeFichier.Jpeg => "JPEG",
        TypeDeFichier.Csv => "CSV",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unplaced TypeDeFichier."),
    };
}
