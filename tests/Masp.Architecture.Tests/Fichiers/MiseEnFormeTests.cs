using Masp.Postgres;

namespace Masp.Architecture.Tests.Fichiers;

public sealed class MiseEnFormeTests
{
    [Fact]
    public async Task The_formatter_would_change_no_file()
    {
        var result = await FormatAsync(Path.Combine(Depot.Root, "Masp.sln"), "--no-restore");

        Assert.True(result.Succeeded, result.Excerpt);
    }

    [Fact]
    public async Task A_planted_file_badly_laid_out_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("masp-mise-en-forme-");
        try
        {
            File.Copy(Path.Combine(Depot.Root, ".editorconfig"), Path.Combine(folder.FullName, ".editorconfig"));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "Plante.cs"), "namespace Plante;\n\npublic static class Mal\n{\n  public static int  Un( ) => 1;\n}\n", TestContext.Current.CancellationToken);

            var result = await FormatAsync(folder.FullName, "--folder");

            Assert.False(result.Succeeded);
            Assert.Contains("Plante.cs", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<CommandResult> FormatAsync(string what, string how) => Commands.RunAsync(
        [Commands.OnPath("dotnet") ?? Environment.ProcessPath!, "format", "whitespace", what, how, "--verify-no-changes"], Depot.Root, TestContext.Current.CancellationToken);
}
