using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Acces;

public sealed class DroitsTests
{
    private static readonly LocalDate Jour = new(2026, 3, 16);

    public static TheoryData<Role> ReadOnly => [Role.Auditeur, Role.Beneficiaire, Role.Evaluateur, Role.Exports];

    [Theory]
    [MemberData(nameof(ReadOnly))]
    public void Who_only_reads_may_do_no_act_that_writes(Role role)
    {
        Assert.True(new Acteur("34", Guid.Empty, role).OnlyReads);
        Assert.DoesNotContain(Droits.ActesOf(role), Droits.Writes);
    }

    [Fact]
    public void Who_does_not_only_read_may_do_one_act_that_writes() => Assert.All(
        Enum.GetValues<Role>().Where(r => !new Acteur("34", Guid.Empty, r).OnlyReads), role => Assert.Contains(Droits.ActesOf(role), Droits.Writes));

    [Theory]
    [InlineData(Role.Administrateur)]
    [InlineData(Role.Evaluateur)]
    [InlineData(Role.Exports)]
    public void Who_has_nothing_to_do_with_files_may_read_none(Role role) => Assert.DoesNotContain(
        Droits.ActesOf(role), acte => acte is Acte.LireMesures or Acte.LireDemandes or Acte.LireBonsDeCommande or Acte.LireFactures or Acte.LireNotes or Acte.LireSante);

    [Fact]
    public void A_role_that_may_never_do_it_is_told_so_and_a_record_that_may_not_be_seen_is_not_there()
    {
        var cible = new Cible(NatureCible.Dossier, "34") { BeneficiaireId = Guid.Empty };
        var personne = new Acteur("34", Guid.Empty, Role.Beneficiaire, BeneficiaireId: new Guid("00000000-0000-7000-8000-0000000000be"));

        Assert.Equal(Issue.Interdit, Droits.May(personne, Acte.Decider, cible, Jour).Issue);
        Assert.Equal(Issue.Inconnu, Droits.May(personne, Acte.LireMesures, cible, Jour).Issue);
        Assert.Equal(Issue.Admis, Droits.May(personne, Acte.LireMesures, cible with { BeneficiaireId = personne.BeneficiaireId }, Jour).Issue);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void An_account_past_its_last_day_may_do_nothing(int day, bool may)
    {
        var acteur = new Acteur("34", Guid.Empty, Role.Agent, Validite: Periode.Of(Jour.PlusDays(-30), Jour));

        Assert.Equal(may, Droits.May(acteur, Acte.LireMesures, Jour.PlusDays(day)).Admis);
    }

    [Theory]
    [InlineData(Portees.Lecture, false, true)]
    [InlineData(Portees.Lecture, true, false)]
    [InlineData(Portees.Ecriture, true, true)]
    [InlineData(Portees.Ecriture, false, false)]
    [InlineData(Portees.Exports, false, false)]
    public void A_program_goes_as_far_as_its_scopes(string portee, bool ecrit, bool allowed)
    {
        Assert.Equal(allowed, Portees.Allow([portee], Acte.LireMesures, ecrit));
        Assert.True(Portees.Allow([portee], Acte.Calculer, ecrit));
        Assert.True(Portees.Allow(null, Acte.LireMesures, ecrit));
    }

    [Fact]
    public void Every_role_and_every_act_has_words_of_its_own()
    {
        Assert.Equal(Enum.GetValues<Role>().Length, Enum.GetValues<Role>().Select(Mots.Of).Distinct().Count());
        Assert.Equal(Enum.GetValues<Acte>().Length, Enum.GetValues<Acte>().Select(Mots.Of).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Mots.Of((Acte)999));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mots.Of((Role)999));
        Assert.Throws<ArgumentOutOfRangeException>(() => Droits.Sees(new Acteur("34", Guid.Empty, (Role)999), new Cible(NatureCible.Dossier, "34"), Jour));
    }
}
