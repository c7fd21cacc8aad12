using Masp.Infrastructure.Donnees;

namespace Masp.Testing.Postgres;

/// <summary>The one place where test databases get the application's schema.</summary>
internal static class SchemaDeTest
{
    /// <summary>The same for every test: <c>masp_app</c> is one role for all the databases of a server.</summary>
    public const string MotDePasse = "masp-app-de-test";

    /// <summary>Changes with every build that could change a migration: a template of another version is never taken for this one.</summary>
    public static string Version { get; } = typeof(MaspDatabase).Module.ModuleVersionId.ToString("N")[..12];

    /// <param name="administration">A superuser on the new, empty database.</param>
    public static Task PrepareAsync(string administration) => MaspDatabase.PrepareAsync(administration, MotDePasse);
}
