using Masp.Domain.Beneficiaires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Beneficiaires;

/// <summary>R63: erased only when archived, under visa, by another person, and with nothing under way.</summary>
public sealed class EffacementTests
{
    private static readonly Guid Agent = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid Decideur = new("00000000-0000-7000-8000-000000000002");
    private static readonly LocalDate Jour = new(2026, 3, 16);
    private static readonly DossierAEffacer Admis = new(Jour, new Visa("AD34-2026-17", Jour, "Archives départementales", Agent), false, false);

    [Fact]
    public void An_archived_file_under_visa_is_erased_by_another_person() => Assert.Empty(Effacement.Check(Admis, Decideur));

    [Fact]
    public void Each_rule_refuses_by_itself()
    {
        Assert.Equal(["effacement.dossier-actif"], Codes(Admis with { ArchiveLe = null }, Decideur));
        Assert.Equal(["effacement.visa-manquant"], Codes(Admis with { Visa = null }, Decideur));
        Assert.Equal(["effacement.meme-personne"], Codes(Admis, Agent));
        Assert.Equal(["effacement.dossier-ouvert"], Codes(Admis with { Ouvert = true }, Decideur));
        Assert.Equal(["effacement.facture-en-attente"], Codes(Admis with { FactureEnAttente = true }, Decideur));
    }

    [Fact]
    public void Every_rule_that_refuses_is_told_at_once() => Assert.Equal(4, Codes(new DossierAEffacer(null, null, true, true), Decideur).Count);

    [Theory]
    [InlineData("AD34-2026-17", false)]
    [InlineData(null, false)]
    [InlineData("Dossier EXEMPLE", true)]
    [InlineData("exemple", true)]
    [InlineData("Exemple-Essai", true)]
    [InlineData("Les exemples des archives", false)]
    public void A_visa_that_names_the_person_is_seen(string? texte, bool nominatif) => Assert.Equal(nominatif, Effacement.Names(texte, "Exemple"));

    private static List<string> Codes(DossierAEffacer dossier, Guid utilisateur) => [.. Effacement.Check(dossier, utilisateur).Select(e => e.Code)];
}
