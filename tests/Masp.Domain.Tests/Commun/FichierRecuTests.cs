using System.Text;
using Masp.Domain.Commun;
using Xunit;

namespace Masp.Domain.Tests.Commun;

/// <summary>What is received as a file: by what it holds, its size and its name.</summary>
public sealed class FichierRecuTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 0, 1, 2];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0];
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes("\uFEFFcode;nom\r\n1;Pézenas\t\n");

    private static readonly TypeDeFichier[] Tous = Enum.GetValues<TypeDeFichier>();

    [Fact]
    public void Ce_qui_est_admis_est_reconnu_a_son_contenu()
    {
        Assert.Equal(new FichierRecu("avis signé.pdf", TypeDeFichier.Pdf), FichierRecu.Read("avis signé.pdf", Pdf, Tous).Value);
        Assert.Equal(TypeDeFichier.Png, FichierRecu.Read("plan.PNG", Png, Tous).Value.Type);
        Assert.Equal(TypeDeFichier.Jpeg, FichierRecu.Read("photo.jpeg", Jpeg, Tous).Value.Type);
        Assert.Equal(TypeDeFichier.Csv, FichierRecu.Read("communes.csv", Csv, Tous).Value.Type);
    }

    [Theory]
    [InlineData("avis.pdf", "MZ\0un programme")]
    [InlineData("avis.pdf", "<script>alert(1)</script>")]
    [InlineData("plan.png", "<svg onload='x'/>")]
    [InlineData("communes.csv", "a;b\0c")]
    [InlineData("communes.csv", "  <html>")]
    [InlineData("lettre.pdf", "PK\u0003\u0004 une archive")]
    public void Un_contenu_qui_n_est_pas_de_ceux_admis_est_refuse_quel_que_soit_son_nom(string nom, string contenu) =>
        Assert.Equal("fichier.type", FichierRecu.Read(nom, Encoding.Latin1.GetBytes(contenu), Tous).Error!.Code);

    [Fact]
    public void Un_texte_qui_n_est_pas_de_l_UTF_8_n_est_pas_un_CSV() =>
        Assert.Equal("fichier.type", FichierRecu.Read("communes.csv", (byte[])[0x50, 0xE9, 0x7A], Tous).Error!.Code);

    [Fact]
    public void Un_type_que_l_endroit_n_admet_pas_est_refuse() =>
        Assert.Equal("fichier.type", FichierRecu.Read("avis.pdf", Pdf, TypeDeFichier.Csv).Error!.Code);

    [Theory]
    [InlineData("avis.png")]
    [InlineData("avis.pdf.exe")]
    [InlineData("avis")]
    public void Un_nom_qui_dit_autre_chose_que_le_contenu_est_refuse(string nom) =>
        Assert.Equal("fichier.extension", FichierRecu.Read(nom, Pdf, Tous).Error!.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" avis.pdf")]
    [InlineData(".pdf")]
    [InlineData("../avis.pdf")]
    [InlineData("C:\\avis.pdf")]
    [InlineData("avis\r\n.pdf")]
    [InlineData("avis\u202Efdp.pdf")]
    [InlineData("avis\".pdf")]
    [InlineData("avis.pdf.")]
    public void Un_nom_qui_n_est_pas_un_nom_seul_est_refuse(string nom) => Assert.Equal("fichier.nom", FichierRecu.Read(nom, Pdf, Tous).Error!.Code);

    [Theory]
    [InlineData(120, null)]
    [InlineData(121, "fichier.nom")]
    public void Un_nom_compte_120_caracteres_au_plus(int length, string? code) => Assert.Equal(code, CodeOf(new string('a', length - 4) + ".pdf", Pdf));

    [Theory]
    [InlineData(0, "fichier.vide")]
    [InlineData(10 * 1024 * 1024, null)]
    [InlineData((10 * 1024 * 1024) + 1, "fichier.trop-volumineux")]
    public void Un_fichier_pese_10_mebioctets_au_plus_et_n_est_pas_vide(int bytes, string? code)
    {
        var contenu = new byte[bytes];
        Pdf.AsSpan(0, Math.Min(bytes, Pdf.Length)).CopyTo(contenu);

        Assert.Equal(code, CodeOf("avis.pdf", contenu));
    }

    private static string? CodeOf(string nom, byte[] contenu)
    {
        var result = FichierRecu.Read(nom, contenu, TypeDeFichier.Pdf);
        return result.IsSuccess ? null : result.Error!.Code;
    }
}
