using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Masp.Application.Commun;

namespace Masp.Infrastructure.Documents;

/// <summary>
/// Typst in a Node process of its own, one a document: two at most at once, nothing kept between two documents, no environment, no network.
/// </summary>
/// <param name="dossier">The folder of <c>moteur.mjs</c>, its templates and its packages; null when none was found.</param>
public sealed class MoteurTypst(string? dossier) : IMoteurDocuments, IDisposable
{
    private static readonly TimeSpan Delai = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(2);

    public async Task<byte[]> RenderAsync(string modele, object donnees, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new { modele, donnees }, Json.Options);
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await RunAsync(json, cancellationToken) ?? throw new DocumentsIndisponiblesException("The typesetter refused the document.");
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<byte[]?> RunAsync(string json, CancellationToken cancellationToken)
    {
        if (dossier is null)
            throw new DocumentsIndisponiblesException("The folder of the documents was not found: set Documents__Dossier.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Delai);
        using var process = Start(dossier);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            using var pdf = new MemoryStream();
            var output = process.StandardOutput.BaseStream.CopyToAsync(pdf, limit.Token);
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(json), limit.Token);
            process.StandardInput.Close();
            await Task.WhenAll(output, errors, process.WaitForExitAsync(limit.Token));
            return process.ExitCode == 0 && pdf.Length > 0 ? pdf.ToArray() : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DocumentsIndisponiblesException("The typesetter took too long.");
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "moteur.mjs")])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new DocumentsIndisponiblesException("Node is not installed.", cause);
        }
    }
}

/// <summary>Where the documents' program is: told by configuration, beside the API, or in the clone it runs from.</summary>
public static class DossierDesDocuments
{
    public static string? Find(string? told)
    {
        if (told is not null)
            return told;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { Path.Combine(folder.FullName, "documents"), Path.Combine(folder.FullName, "deploy", "documents") })
            {
                if (File.Exists(Path.Combine(candidate, "moteur.mjs")))
                    return candidate;
            }
        }

        return null;
    }
}
