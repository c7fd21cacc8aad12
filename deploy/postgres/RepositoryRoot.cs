namespace Masp.Postgres;

/// <summary>Finds the folder that holds <c>Masp.sln</c>: what runs from a clone needs its package folders and its client.</summary>
public static class RepositoryRoot
{
    /// <returns>The absolute path of the clone.</returns>
    /// <exception cref="EmbeddedPostgresException">Neither the program nor the current folder lies in a clone.</exception>
    public static string Find() =>
        Above(AppContext.BaseDirectory)
        ?? Above(Environment.CurrentDirectory)
        ?? throw new EmbeddedPostgresException("Masp.sln est introuvable au-dessus du programme : lancez la commande depuis le dossier du projet.");

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Masp.sln")))
                return folder.FullName;
        return null;
    }
}
