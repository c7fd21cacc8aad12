using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Acces;

/// <summary>Who sees which record (R24, R26, R61, R62): each rule on both sides of its bound.</summary>
public sealed class DroitsDeRegardTests
{
    private static readonly LocalDate Jour = new(2026, 3, 16);
    private static readonly Guid Moi = new("00000000-0000-7000-8000-000000000001");
    private static readonly Guid TitulaireA = new("00000000-0000-7000-8000-00000000000a");
    private static readonly Guid TitulaireB = new("00000000-0000-7000-8000-00000000000b");
    private static readonly Guid Service = new("00000000-0000-7000-8000-00000000005e");
    private static readonly Guid Personne = new("00000000-0000-7000-8000-0000000000be");

    private static readonly Cible Dossier = new(NatureCible.Dossier, "34")
    {
        Titulaires = [new PartieTitulaire(TitulaireA, Periode.Of(Jour.PlusDays(-100)))],
        Intervenants = [new PartieIntervenant(Moi, TitulaireA, Periode.Of(Jour.PlusDays(-100)))],
        ServicesReferents = [Service],
        BeneficiaireId = Personne,
    };

    private static Acteur Acteur(Role role) => new(
        "34", Moi, role,
        role is Role.ChefTitulaire or Role.Intervenant ? TitulaireA : null,
        role == Role.Referent ? Service : null,
        role == Role.Beneficiaire ? Personne : null,
        role == Role.Auditeur ? Periode.Of(Jour, Jour) : null);

    private static bool Sees(Acteur acteur, Cible cible) => Droits.Sees(acteur, cible, Jour).Admis;

    [Theory]
    [InlineData(Role.Agent, true)]
    [InlineData(Role.Decideur, true)]
    [InlineData(Role.Comptable, true)]
    [InlineData(Role.Integrateur, true)]
    [InlineData(Role.Auditeur, true)]
    [InlineData(Role.ChefTitulaire, true)]
    [InlineData(Role.Intervenant, true)]
    [InlineData(Role.Referent, true)]
    [InlineData(Role.Beneficiaire, true)]
    [InlineData(Role.Administrateur, false)]
    [InlineData(Role.Exports, false)]
    [InlineData(Role.Evaluateur, false)]
    public void A_file_is_seen_by_its_parties_and_by_nobody_else(Role role, bool seen) => Assert.Equal(seen, Sees(Acteur(role), Dossier));

    [Fact]
    public void Nobody_sees_a_file_of_another_departement() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(Sees(Acteur(role) with { DepartementCode = "30" }, Dossier)));

    [Theory]
    [InlineData(-1, -1, false)]
    [InlineData(-1, 0, true)]
    [InlineData(0, 1, true)]
    [InlineData(1, 2, false)]
    public void An_auditor_reads_from_the_first_day_to_the_last_both_included(int debut, int fin, bool seen) => Assert.Equal(
        seen, Sees(Acteur(Role.Auditeur) with { Validite = Periode.Of(Jour.PlusDays(debut), Jour.PlusDays(fin)) }, Dossier));

    [Fact]
    public void An_auditor_whose_days_nobody_told_reads_nothing() => Assert.False(Sees(Acteur(Role.Auditeur) with { Validite = null }, Dossier));

    [Theory]
    [InlineData(-10, null, true)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(-10, 0, true)]
    public void A_titulaire_sees_a_measure_from_its_first_day_there(int debut, int? fin, bool seen) => Assert.Equal(
        seen, Sees(Acteur(Role.ChefTitulaire), Dossier with { Titulaires = [new PartieTitulaire(TitulaireA, Days(debut, fin))] }));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void After_the_hand_over_the_old_titulaire_reads_what_bears_an_earlier_date_only(int lineAfterHandOver, bool seen)
    {
        var handedOver = Dossier with
        {
            Titulaires = [new PartieTitulaire(TitulaireA, Days(-100, -11)), new PartieTitulaire(TitulaireB, Days(-10, null))],
            Jour = Jour.PlusDays(-10 + lineAfterHandOver),
        };

        Assert.Equal(seen, Sees(Acteur(Role.ChefTitulaire), handedOver));
        Assert.True(Sees(Acteur(Role.ChefTitulaire) with { TitulaireId = TitulaireB }, handedOver));
        Assert.False(Sees(Acteur(Role.ChefTitulaire) with { TitulaireId = Guid.Empty }, handedOver));
    }

    [Theory]
    [InlineData(Acte.LireMesures, true)]
    [InlineData(Acte.SignerContrat, false)]
    public void After_the_hand_over_the_old_titulaire_reads_the_file_and_writes_nothing(Acte acte, bool may)
    {
        var handedOver = Dossier with { Titulaires = [new PartieTitulaire(TitulaireA, Days(-100, -1)), new PartieTitulaire(TitulaireB, Days(0, null))] };

        Assert.Equal(may, Droits.May(Acteur(Role.ChefTitulaire), acte, handedOver, Jour).Admis);
        Assert.True(Droits.May(Acteur(Role.ChefTitulaire) with { TitulaireId = TitulaireB }, acte, handedOver, Jour).Admis);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Who_stands_in_sees_the_measure_between_the_two_dates(int day, bool seen) => Assert.Equal(
        seen,
        Droits.Sees(Acteur(Role.Intervenant), Dossier with { Intervenants = [new PartieIntervenant(Moi, TitulaireA, Days(0, 4))] }, Jour.PlusDays(day)).Admis);

    [Fact]
    public void A_worker_who_neither_follows_a_measure_nor_stands_in_sees_nothing_of_it()
    {
        Assert.False(Sees(Acteur(Role.Intervenant), Dossier with { Intervenants = [] }));
        Assert.False(Sees(Acteur(Role.Intervenant) with { TitulaireId = TitulaireB }, Dossier));
    }

    [Fact]
    public void Another_service_and_another_person_see_nothing()
    {
        Assert.False(Sees(Acteur(Role.Referent) with { ServiceReferentId = Guid.Empty }, Dossier));
        Assert.False(Sees(Acteur(Role.Referent) with { ServiceReferentId = null }, Dossier with { ServicesReferents = [] }));
        Assert.False(Sees(Acteur(Role.Beneficiaire) with { BeneficiaireId = Guid.Empty }, Dossier));
        Assert.False(Sees(Acteur(Role.Beneficiaire) with { BeneficiaireId = null }, Dossier with { BeneficiaireId = null }));
    }

    [Theory]
    [InlineData(Role.Agent, true)]
    [InlineData(Role.Decideur, true)]
    [InlineData(Role.ChefTitulaire, true)]
    [InlineData(Role.Intervenant, true)]
    [InlineData(Role.Beneficiaire, true)]
    [InlineData(Role.Comptable, false)]
    [InlineData(Role.Integrateur, false)]
    [InlineData(Role.Auditeur, false)]
    [InlineData(Role.Referent, false)]
    public void Health_information_has_a_right_of_its_own(Role role, bool seen)
    {
        Assert.Equal(seen, Sees(Acteur(role), Dossier with { Nature = NatureCible.Sante }));
        Assert.Equal(seen, Droits.May(role, Acte.LireSante));
        Assert.True(Sees(Acteur(role), Dossier));
    }

    [Fact]
    public void Health_information_stays_with_who_serves_the_measure() => Assert.False(Sees(
        Acteur(Role.ChefTitulaire), Dossier with { Nature = NatureCible.Sante, Titulaires = [new PartieTitulaire(TitulaireA, Days(-100, -1))], Jour = Jour.PlusDays(-50) }));

    [Fact]
    public void A_shared_note_is_read_by_every_party_and_an_own_note_by_the_body_of_its_author()
    {
        var partagee = Dossier with { Nature = NatureCible.NotePartagee, Auteur = new Organisme(TitulaireA) };
        var propre = partagee with { Nature = NatureCible.NotePropre };

        Assert.All([Role.Agent, Role.Referent, Role.Beneficiaire, Role.Auditeur], role => Assert.True(Sees(Acteur(role), partagee)));
        Assert.All([Role.Agent, Role.Referent, Role.Beneficiaire, Role.Auditeur], role => Assert.False(Sees(Acteur(role), propre)));
        Assert.All([Role.ChefTitulaire, Role.Intervenant], role => Assert.True(Sees(Acteur(role), propre)));
        Assert.True(Sees(Acteur(Role.Agent), propre with { Auteur = new Organisme() }));
        Assert.False(Sees(Acteur(Role.Auditeur), propre with { Auteur = new Organisme() }));
        Assert.True(Sees(Acteur(Role.Referent), propre with { Auteur = new Organisme(null, Service) }));
    }

    [Fact]
    public void An_own_note_is_not_read_by_the_same_body_where_the_file_is_not_seen() => Assert.False(Sees(
        Acteur(Role.Intervenant), Dossier with { Nature = NatureCible.NotePropre, Auteur = new Organisme(TitulaireA), Intervenants = [] }));

    [Theory]
    [InlineData(NatureCible.Seance, Role.Agent, true)]
    [InlineData(NatureCible.Seance, Role.Auditeur, true)]
    [InlineData(NatureCible.Seance, Role.ChefTitulaire, false)]
    [InlineData(NatureCible.Seance, Role.Referent, false)]
    [InlineData(NatureCible.Conservation, Role.Auditeur, true)]
    [InlineData(NatureCible.Conservation, Role.Beneficiaire, false)]
    [InlineData(NatureCible.Conservation, Role.ChefTitulaire, false)]
    [InlineData(NatureCible.Registre, Role.ChefTitulaire, true)]
    [InlineData(NatureCible.Registre, Role.Intervenant, true)]
    [InlineData(NatureCible.Registre, Role.Referent, false)]
    [InlineData(NatureCible.Facture, Role.ChefTitulaire, true)]
    [InlineData(NatureCible.Facture, Role.Intervenant, false)]
    [InlineData(NatureCible.Facture, Role.Beneficiaire, false)]
    [InlineData(NatureCible.Intervenant, Role.Administrateur, true)]
    [InlineData(NatureCible.Intervenant, Role.Referent, true)]
    [InlineData(NatureCible.Intervenant, Role.Beneficiaire, false)]
    [InlineData(NatureCible.Equipe, Role.Administrateur, false)]
    [InlineData(NatureCible.Equipe, Role.ChefTitulaire, true)]
    [InlineData(NatureCible.Relais, Role.ChefTitulaire, true)]
    [InlineData(NatureCible.Relais, Role.Auditeur, true)]
    [InlineData(NatureCible.Relais, Role.Intervenant, false)]
    [InlineData(NatureCible.Relais, Role.Referent, false)]
    [InlineData(NatureCible.Relais, Role.Beneficiaire, false)]
    [InlineData(NatureCible.Rejeu, Role.Administrateur, false)]
    [InlineData(NatureCible.Equipe, Role.Exports, false)]
    [InlineData(NatureCible.Referentiel, Role.Administrateur, true)]
    [InlineData(NatureCible.Compte, Role.Administrateur, true)]
    [InlineData(NatureCible.Compte, Role.ChefTitulaire, true)]
    [InlineData(NatureCible.Compte, Role.Agent, false)]
    [InlineData(NatureCible.Consultation, Role.Evaluateur, false)]
    public void Each_nature_of_record_has_its_readers(NatureCible nature, Role role, bool seen) => Assert.Equal(seen, Sees(Acteur(role), Dossier with { Nature = nature }));

    [Fact]
    public void The_register_of_a_lot_and_an_invoice_of_another_titulaire_are_not_seen()
    {
        var other = Dossier with { Titulaires = [new PartieTitulaire(TitulaireB, Days(-10, null))] };

        Assert.False(Sees(Acteur(Role.ChefTitulaire), other with { Nature = NatureCible.Registre }));
        Assert.False(Sees(Acteur(Role.ChefTitulaire), other with { Nature = NatureCible.Facture }));
        Assert.False(Sees(Acteur(Role.ChefTitulaire), other with { Nature = NatureCible.Compte }));
    }

    [Fact]
    public void An_evaluator_reads_the_consultation_entrusted_to_them_and_an_account_is_its_owners()
    {
        Assert.True(Sees(Acteur(Role.Evaluateur), new Cible(NatureCible.Consultation, "34") { Utilisateurs = [Moi] }));
        Assert.True(Sees(Acteur(Role.Agent), new Cible(NatureCible.Compte, "34") { Utilisateurs = [Moi] }));
        Assert.False(Sees(Acteur(Role.Agent), new Cible(NatureCible.Compte, "34") { Utilisateurs = [Guid.Empty] }));
    }

    [Fact]
    public void Every_answer_names_its_rule()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var nature in Enum.GetValues<NatureCible>())
                Assert.Matches("^R\\d+(, R\\d+)* : .+\\.$|^Chacun ", Droits.Sees(Acteur(role), Dossier with { Nature = nature, Utilisateurs = [Moi] }, Jour).Raison);
        }
    }

    private static Periode Days(int debut, int? fin) => Periode.Of(Jour.PlusDays(debut), fin is { } last ? Jour.PlusDays(last) : null);
}
