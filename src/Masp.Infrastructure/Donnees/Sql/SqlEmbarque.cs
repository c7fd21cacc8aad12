using System.Reflection;

namespace Masp.Infrastructure.Donnees.Sql;

/// <summary>What the database itself holds, as SQL files beside the migrations that run them.</summary>
internal static class SqlEmbarque
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Masp.Infrastructure.Donnees.Sql.{name}.sql")
            ?? throw new InvalidOperationException($"No embedded SQL named {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
