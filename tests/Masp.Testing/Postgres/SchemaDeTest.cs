namespace Masp.Testing.Postgres;

/// <summary>The one place where test databases get the application's schema.</summary>
internal static class SchemaDeTest
{
    /// <summary>Changes with every build that could change a migration: templates of another version are never taken for this one.</summary>
    public static string Version { get; } = typeof(SchemaDeTest).Module.ModuleVersionId.ToString("N")[..12];

    /// <param name="administration">A superuser on the new, empty database.</param>
    public static Task PrepareAsync(string administration) => Task.CompletedTask;
}
