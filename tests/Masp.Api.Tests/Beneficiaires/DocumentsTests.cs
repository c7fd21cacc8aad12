using Masp.Api.Tests.Socle;
using Masp.Application.Commun;
using Masp.Infrastructure.Documents;
using Masp.Postgres;
using NodaTime;
using UglyToad.PdfPig;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>R63: the export and the certificate on paper, read back from the PDF itself.</summary>
public sealed class DocumentsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly string Programme = Path.Combine(RepositoryRoot.Find(), "deploy", "documents");

    [Fact]
    public async Task The_export_is_read_in_French_with_accents_and_its_text_is_selectable()
    {
        await NpmPackages.InstallAsync(Programme, TestContext.Current.CancellationToken);
        var dossier = new DossierDEssai(api, "Zéléonœuvre");
        await dossier.DeposerAsync();

        var (type, pdf) = await DownloadAsync($"/beneficiaires/{dossier.Personne}/export.pdf");

        Assert.Equal("application/pdf", type);
        var texte = Text(pdf);
        foreach (var attendu in new[] { "Ce que le département tient sur vous", "Identité", "Zéléonœuvre", "13 mai 1903", "Demandes", "adresse de Qwilfredine Zéléonœuvre", "Qui a consulté ce dossier" })
            Assert.Contains(attendu, texte, StringComparison.Ordinal);
        var brut = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Contains("/StructTreeRoot", brut, StringComparison.Ordinal);
        Assert.Contains("/FontFile", brut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_says_its_number_and_its_visa_and_nobodys_name()
    {
        await NpmPackages.InstallAsync(Programme, TestContext.Current.CancellationToken);
        var dossier = new DossierDEssai(api, "Zcertifié");
        await dossier.AbandonnerAsync();
        await dossier.ArchiverAsync(new LocalDate(2028, 3, 17));
        await dossier.ViserAsync();
        var numero = (await dossier.EffacerAsync()).Reussie().Lire("numero");

        var texte = Text((await DownloadAsync($"/beneficiaires/{dossier.Personne}/certificat.pdf")).Pdf);

        foreach (var attendu in new[] { $"Certificat d'effacement {numero}", "AD34-2028-17", "17 mars 2028", "Demandes" })
            Assert.Contains(attendu, texte.Replace('’', '\''), StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)zcertifi|qwilfredine", texte);
    }

    [Fact]
    public async Task A_character_that_the_font_lacks_makes_no_hole()
    {
        await NpmPackages.InstallAsync(Programme, TestContext.Current.CancellationToken);
        using var moteur = new MoteurTypst(Programme);

        var pdf = await moteur.RenderAsync(
            "dossier",
            new { titre = "Essai 💥 漢", jour = new[] { 2026, 3, 16 }, pied = "#strong[x]", introduction = new[] { "#panic(1) $x$ \\" }, parties = Array.Empty<object>() },
            TestContext.Current.CancellationToken);

        Assert.Contains("#panic(1) $x$", Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_program_a_document_is_unavailable_and_says_so()
    {
        using var moteur = new MoteurTypst(null);
        using var absent = new MoteurTypst(Path.Combine(Programme, "modeles"));

        await Assert.ThrowsAsync<DocumentsIndisponiblesException>(() => moteur.RenderAsync("dossier", new { }, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<DocumentsIndisponiblesException>(() => absent.RenderAsync("dossier", new { }, TestContext.Current.CancellationToken));
    }

    private async Task<(string? Type, byte[] Pdf)> DownloadAsync(string path) => await (await api.PersonAsync(DossierDEssai.Agent)).DownloadAsync(path);

    private static string Text(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join("\n", document.GetPages().Select(p => string.Join(' ', p.GetWords().Select(w => w.Text))));
    }
}
