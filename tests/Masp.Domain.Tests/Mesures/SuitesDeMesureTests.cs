using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Titulaires;
using NodaTime;
using NodaTime.Text;
using Xunit;
using static Masp.Domain.Tests.Mesures.MesuresDEssai;

namespace Masp.Domain.Tests.Mesures;

/// <summary>R17 to R23: what is written in the life of a measure, both sides of each bound.</summary>
public sealed class SuitesDeMesureTests
{
    private static readonly LocalDate Signature = new(2022, 1, 10);
    private static readonly LocalDate Terme = new(2023, 1, 9);
    private static readonly Guid Qui = BonsDEssai.Id(50);

    [Theory]
    [InlineData(6, "")]
    [InlineData(11, "")]
    [InlineData(12, "6")]
    [InlineData(15, "6")]
    [InlineData(18, "6 12")]
    [InlineData(24, "6 12 18")]
    public void Bilans_d_etape_come_every_six_months_and_not_in_the_last_three(int mois, string etapes)
    {
        var fin = Contrat.LastDay(Signature, mois);

        Assert.Equal(etapes, string.Join(' ', CalendrierDesBilans.Etapes(Signature, fin, Regles).Select(e => e.Mois)));
        Assert.All(CalendrierDesBilans.Etapes(Signature, fin, Regles), e => Assert.Equal(Signature.PlusMonths(e.Mois), e.Date));
    }

    /// <summary>60 jours francs before 9 January are 9 November: the same day as two months; two months before 28 February are earlier than 29 December.</summary>
    [Theory]
    [InlineData("2023-01-09", "2022-11-09")]
    [InlineData("2023-02-28", "2022-12-28")]
    [InlineData("2023-03-31", "2023-01-27")]
    public void The_final_bilan_is_due_at_the_earlier_of_two_months_and_sixty_jours_francs(string fin, string date)
    {
        var final = CalendrierDesBilans.Final(Date(fin), Regles);

        Assert.Equal(Date(date), final);
        Assert.True(final <= Date(fin).PlusMonths(-2) && final <= Date(fin).PlusDays(-61) && JoursOuvres.IsWorkingDay(final, Calendrier.Metropole));
    }

    [Theory]
    [InlineData("2022-01-09", "projet.date-invalide")]
    [InlineData("2022-01-10", null)]
    [InlineData("2022-03-01", null)]
    [InlineData("2022-03-02", "projet.date-invalide")]
    public void A_projet_is_established_between_the_first_rencontre_and_today(string date, string? code) =>
        Assert.Equal(code, new ProjetIntervention("34", BonsDEssai.Id(10)).Write(Open(Signature), Date(date), Contenu(), null, new LocalDate(2022, 3, 1)).Error?.Code);

    [Fact]
    public void A_projet_that_was_sent_stays_and_the_next_version_begins()
    {
        var (projet, mesure) = (new ProjetIntervention("34", BonsDEssai.Id(10)), Open(Signature, avecGestion: true));
        var day = new LocalDate(2022, 2, 1);
        Assert.Equal("projet.rien-a-envoyer", projet.Send(day, day).Error?.Code);
        Assert.Equal("projet.reste-a-vivre-manquant", projet.Write(mesure, day, Contenu(), null, day).Error?.Code);
        Assert.Equal("projet.reste-a-vivre-invalide", projet.Write(mesure, day, Contenu(), new Money(-1), day).Error?.Code);
        Assert.Equal("projet.sans-objectif", projet.Write(mesure, day, new ContenuProjet("x", []), Money.Zero, day).Error?.Code);
        Assert.Equal("projet.sans-action", projet.Write(mesure, day, new ContenuProjet("x", [new Objectif(AspectDeLaMesure.Bilan, "x", [])]), Money.Zero, day).Error?.Code);
        _ = projet.Write(mesure, day, Contenu(), Money.Zero, day).Value;
        _ = projet.Write(mesure, day, Contenu("Autre"), Money.Zero, day).Value;
        Assert.Equal("projet.envoi-invalide", projet.Send(day.PlusDays(1), day).Error?.Code);
        _ = projet.Send(day, day).Value;
        _ = projet.Write(mesure, day, Contenu("Suite"), Money.Zero, day).Value;

        Assert.Equal([("Autre", (LocalDate?)day), ("Suite", null)], projet.Versions.OrderBy(v => v.Numero).Select(v => (v.Contenu.Evaluation, v.EnvoyeLe)));
    }

    [Theory]
    [InlineData(NatureBilan.Etape, 6, null, null, " ", "bilan.articulation-manquante")]
    [InlineData(NatureBilan.Etape, 6, null, null, "Aucune", null)]
    [InlineData(NatureBilan.Etape, 12, null, null, "Aucune", "bilan.etape-inconnue")]
    [InlineData(NatureBilan.Final, null, null, null, "Aucune", "bilan.suite-manquante")]
    [InlineData(NatureBilan.Final, null, Suite.Renouvellement, null, "Aucune", "bilan.duree-manquante")]
    [InlineData(NatureBilan.Final, null, Suite.Renouvellement, 5, "Aucune", "contrat.duree-hors-bornes")]
    [InlineData(NatureBilan.Final, null, Suite.Renouvellement, 6, "Aucune", null)]
    [InlineData(NatureBilan.Final, null, Suite.Fin, null, "Aucune", null)]
    public void A_bilan_says_what_it_must(NatureBilan nature, int? mois, Suite? suite, int? duree, string articulation, string? code) =>
        Assert.Equal(code, Bilan.Transmit(Etabli(nature, mois, suite, duree, articulation), Open(Signature), Regles, Terme).Error?.Code);

    [Fact]
    public void A_final_bilan_goes_from_opinion_to_session_to_decision_to_notices()
    {
        var mesure = Open(Signature);
        var bilan = Bilan.Transmit(Etabli(NatureBilan.Final, null, Suite.Renouvellement, 12), mesure, Regles, new LocalDate(2022, 11, 4)).Value;
        var seance = new Commission(BonsDEssai.Id(60), "34", new LocalDate(2022, 11, 17));
        Assert.Equal("bilan.avis-manquant", seance.Enrol(bilan).Error?.Code);
        Assert.Equal("bilan.avis-date-invalide", bilan.GiveAvis(true, "Oui", new LocalDate(2022, 11, 3), Qui, Terme).Error?.Code);
        _ = bilan.GiveAvis(true, "Oui", new LocalDate(2022, 11, 10), Qui, Terme).Value;
        Assert.Equal("bilan.avis-deja-donne", bilan.GiveAvis(true, "Oui", new LocalDate(2022, 11, 10), Qui, Terme).Error?.Code);
        Assert.Equal("commission.avant-bilan", new Commission(BonsDEssai.Id(61), "34", new LocalDate(2022, 11, 9)).Enrol(bilan).Error?.Code);
        _ = seance.Enrol(bilan).Value;
        Assert.Equal("commission.bilan-en-double", seance.Enrol(bilan).Error?.Code);
        Assert.Equal("avis.seance-future", seance.RecordAvis(bilan, SensAvis.Favorable, "Vu", new LocalDate(2022, 11, 16)).Error?.Code);
        _ = seance.RecordAvis(bilan, SensAvis.Ajourne, "Pièce", seance.Date).Value;
        Assert.Equal("bilan.avis-de-seance-manquant", Decide(bilan, mesure, Suite.Renouvellement, 12).Error?.Code);
        var next = new Commission(BonsDEssai.Id(62), "34", new LocalDate(2022, 11, 24));
        _ = next.Enrol(bilan).Value;
        _ = next.RecordAvis(bilan, SensAvis.Defavorable, "Vu", next.Date).Value;

        Assert.Equal("decision.divergence-sans-motif", Decide(bilan, mesure, Suite.Renouvellement, 12).Error?.Code);
        Assert.Equal("mesure.duree-totale-depassee", Decide(bilan, mesure, Suite.Renouvellement, 24, divergence: "Relogement en cours", anterieurs: new ChaineDeContrats(13, 0)).Error?.Code);
        Assert.Equal("decision.refus-sans-motif", Decide(bilan, mesure, Suite.Fin, motif: MotifFin.TermeObjectifsPartiels).Error?.Code);
        Assert.Equal("fin.motif-incoherent", Decide(bilan, mesure, Suite.Fin, motif: MotifFin.Deces).Error?.Code);
        Assert.Equal("bilan.decision-manquante", bilan.Notify(new NotificationDeBilan(DestinataireDeBilan.Titulaire, Terme, MoyenNotification.Courriel), Terme).Error?.Code);
        _ = Decide(bilan, mesure, Suite.Renouvellement, 24, divergence: "Relogement en cours", anterieurs: new ChaineDeContrats(12, 0)).Value;
        Assert.Equal("bilan.deja-decide", Decide(bilan, mesure, Suite.Renouvellement, 12).Error?.Code);
        Assert.Equal("notification.avant-decision", bilan.Notify(new NotificationDeBilan(DestinataireDeBilan.Titulaire, next.Date, MoyenNotification.Courriel), Terme).Error?.Code);
    }

    [Fact]
    public void A_renewal_follows_its_decision_and_stays_at_its_titulaire()
    {
        var mesure = Open(Signature);
        var keeper = Titulaire(mesure.TitulaireId, "2022-01-01", "2024-12-31");
        var other = Titulaire(BonsDEssai.Id(70), "2022-01-01", "2024-12-31");
        var signe = new RenouvellementSigne(BonsDEssai.Id(71), new LocalDate(2022, 12, 20), null);
        Assert.Equal("renouvellement.sans-decision", mesure.RenewAfter(null, signe, [keeper], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        Assert.Equal("renouvellement.decision-de-fin", mesure.RenewAfter(Decided(mesure, Suite.Fin), signe, [keeper], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        var final = Decided(mesure, Suite.Renouvellement);

        Assert.Equal("renouvellement.signature-invalide", mesure.RenewAfter(final, signe with { SigneLe = new LocalDate(2022, 11, 27) }, [keeper], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        Assert.Equal("renouvellement.titulaire-garde", mesure.RenewAfter(final, signe with { TitulaireId = other.Id }, [keeper, other], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        var gone = Titulaire(mesure.TitulaireId, "2022-01-01", "2023-01-09");
        Assert.Equal("renouvellement.titulaire-a-choisir", mesure.RenewAfter(final, signe, [gone, other], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        Assert.Equal("renouvellement.sans-convention", mesure.RenewAfter(final, signe with { TitulaireId = BonsDEssai.Id(72) }, [gone, other], ChaineDeContrats.Vide, Regles, Terme).Error?.Code);
        var contrat = mesure.RenewAfter(final, signe, [keeper, other], ChaineDeContrats.Vide, Regles, Terme).Value;
        Assert.Equal((2, Terme.PlusDays(1), 12, keeper.Id, (LocalDate?)signe.SigneLe), (contrat.Rang, contrat.Debut, contrat.DureeMois, contrat.TitulaireId, contrat.SigneLe));
    }

    [Theory]
    [InlineData("2023-01-08", MotifFin.TermeAutonomieRetrouvee, false, "fin.terme-a-venir")]
    [InlineData("2023-01-09", MotifFin.TermeAutonomieRetrouvee, false, null)]
    [InlineData("2023-01-09", MotifFin.Deces, false, "fin.motif-incoherent")]
    [InlineData("2023-01-09", MotifFin.TermeAutonomieRetrouvee, true, "fin.renouvellement-decide")]
    [InlineData("2023-01-09", MotifFin.RefusDeSigner, true, null)]
    public void The_term_ends_it_from_that_day_on(string jour, MotifFin motif, bool renewalDecided, string? code)
    {
        var mesure = Open(Signature);

        Assert.Equal(code, mesure.CloseAtTerm(motif, renewalDecided ? Decided(mesure, Suite.Renouvellement) : null, Regles, Date(jour)).Error?.Code);
    }

    [Fact]
    public void The_reasons_are_those_of_the_reglement()
    {
        var few = Regles with { MotifsFin = [MotifFin.Deces, MotifFin.PerduDeVue] };

        Assert.Equal("fin.motif-hors-liste", MotifsDeFin.Refuse(MotifFin.MesureInadaptee, InitiateurFin.Titulaire, few)?.Code);
        Assert.Null(MotifsDeFin.Refuse(MotifFin.PerduDeVue, InitiateurFin.Titulaire, few));
        Assert.Empty(MotifsDeFin.Of(InitiateurFin.Beneficiaire, few));
        Assert.All(Enum.GetValues<InitiateurFin>(), i => Assert.All(MotifsDeFin.Of(i, Regles), m => Assert.NotNull(MotifsDeFin.RefuseAtTerm(m, Regles))));
    }

    [Theory]
    [InlineData(InitiateurFin.Titulaire, MotifFin.PerduDeVue, EtatDemandeDeFin.AvisReferentAttendu)]
    [InlineData(InitiateurFin.Beneficiaire, MotifFin.RetraitDuBeneficiaire, EtatDemandeDeFin.ADecider)]
    [InlineData(InitiateurFin.Deces, MotifFin.Deces, EtatDemandeDeFin.ADecider)]
    [InlineData(InitiateurFin.MesureJudiciaire, MotifFin.Maj, EtatDemandeDeFin.ADecider)]
    [InlineData(InitiateurFin.DemenagementHorsDepartement, MotifFin.DemenagementHorsDepartement, EtatDemandeDeFin.ADecider)]
    public void Only_a_titulaire_asks_the_service_first(InitiateurFin initiateur, MotifFin motif, EtatDemandeDeFin etat)
    {
        var demande = DemandeDeFin.Propose(Demandee(initiateur, motif), Open(Signature), Regles, new LocalDate(2022, 6, 1), Terme).Value;

        Assert.Equal(etat, demande.Etat);
    }

    [Fact]
    public void An_early_end_is_founded_then_granted_or_goes_no_further()
    {
        var (mesure, day) = (Open(Signature), new LocalDate(2022, 6, 1));
        var unfounded = DemandeDeFin.Propose(Demandee(InitiateurFin.Titulaire, MotifFin.PerduDeVue), mesure, Regles, day, day).Value;
        Assert.Equal("fin.avis-date-invalide", unfounded.GiveAvis(false, "Non", day.PlusDays(-1), day).Error?.Code);
        _ = unfounded.GiveAvis(false, "Non", day, day).Value;
        Assert.Equal(("fin.deja-decidee", "fin.avis-non-attendu"), (Grant(unfounded, mesure, day, day).Error?.Code, unfounded.GiveAvis(true, "Si", day, day).Error?.Code));
        var founded = DemandeDeFin.Propose(Demandee(InitiateurFin.Titulaire, MotifFin.PerduDeVue), mesure, Regles, day, day).Value;
        Assert.Equal("fin.avis-manquant", Grant(founded, mesure, day, day).Error?.Code);
        _ = founded.GiveAvis(true, "Oui", day, day).Value;
        Assert.Equal("fin.date-future", Grant(founded, mesure, day.PlusDays(1), day).Error?.Code);
        Assert.Equal("fin.decision-date-invalide", founded.Decide(new DecisionDeFin(true, day.PlusDays(1), day, null, Qui), mesure, day).Error?.Code);
        Assert.Equal("fin.refus-sans-motif", founded.Decide(new DecisionDeFin(false, day, null, " ", Qui), mesure, day).Error?.Code);
        _ = Grant(founded, mesure, day, day).Value;

        Assert.Equal((EtatMesure.Terminee, MotifFin.PerduDeVue, day), (mesure.Etat, mesure.MotifFin, mesure.FinReelle));
        Assert.Equal("mesure.terminee", DemandeDeFin.Propose(Demandee(InitiateurFin.Deces, MotifFin.Deces), mesure, Regles, day, day).Error?.Code);
    }

    [Fact]
    public void An_avenant_amends_when_the_person_signs_and_not_before()
    {
        var (mesure, day) = (Open(Signature), new LocalDate(2022, 3, 1));
        var objet = new ObjetAvenant(NatureAvenant.Gestion, true, day, null, null);
        Assert.Equal("avenant.accord-invalide", Avenant.Propose(Propose(objet, Signature.PlusDays(-1)), 1, mesure, day).Error?.Code);
        Assert.Equal("avenant.accord-invalide", Avenant.Propose(Propose(objet, day.PlusDays(1)), 1, mesure, day).Error?.Code);
        var avenant = Avenant.Propose(Propose(objet, day), 1, mesure, day).Value;
        Assert.Equal("avenant.non-prepare", avenant.Sign(mesure, day, Amendement(day)).Error?.Code);
        _ = avenant.Prepare(day).Value;
        Assert.Equal("avenant.deja-prepare", avenant.Prepare(day).Error?.Code);
        Assert.Equal("avenant.signature-invalide", avenant.Sign(mesure, day.PlusDays(1), Amendement(day)).Error?.Code);
        Assert.False(mesure.AvecGestion);
        Assert.Equal(new LocalDate(2022, 3, 10), avenant.Sign(mesure, day, Amendement(day)).Value);

        Assert.True(mesure.AvecGestion);
        Assert.Equal(("avenant.deja-signe", "avenant.deja-signe"), (avenant.Refuse("Non", day).Error?.Code, avenant.Sign(mesure, day, Amendement(day)).Error?.Code));
    }

    [Theory]
    [InlineData("2026-01-09", null)]
    [InlineData("2026-01-10", "mesure.duree-totale-depassee")]
    [InlineData("2023-01-09", "prorogation.date-invalide")]
    [InlineData("2023-01-10", null)]
    public void A_prorogation_goes_past_the_term_and_never_past_48_months(string fin, string? code) =>
        Assert.Equal(code, Open(Signature).Amend(new ObjetAvenant(NatureAvenant.Prorogation, null, null, null, Date(fin)), Amendement(Signature)).Error?.Code);

    [Fact]
    public void A_refused_suspension_moves_no_end()
    {
        var mesure = Open(Signature);
        var objet = new ObjetAvenant(NatureAvenant.Suspension, null, new LocalDate(2022, 5, 1), new LocalDate(2022, 6, 30), new LocalDate(2023, 3, 9));
        _ = mesure.Amend(objet, Amendement(Signature)).Value;

        Assert.Equal("suspension.chevauchement", mesure.Amend(objet with { NouvelleFin = new LocalDate(2023, 5, 9) }, Amendement(Signature)).Error?.Code);
        Assert.Equal((new LocalDate(2023, 3, 9), 1), (mesure.FinPrevue, mesure.Suspensions.Count));
    }

    private static Bilan Decided(Mesure mesure, Suite suite)
    {
        var bilan = Bilan.Transmit(Etabli(NatureBilan.Final, null, suite, 12), mesure, Regles, new LocalDate(2022, 11, 4)).Value;
        _ = bilan.GiveAvis(true, "Oui", new LocalDate(2022, 11, 10), Qui, Terme).Value;
        var seance = new Commission(BonsDEssai.Id(63), "34", new LocalDate(2022, 11, 17));
        _ = seance.Enrol(bilan).Value;
        _ = seance.RecordAvis(bilan, SensAvis.Favorable, "Vu", seance.Date).Value;
        _ = Decide(bilan, mesure, suite, 12, MotifFin.TermeObjectifsPartiels).Value;
        return bilan;
    }

    private static Result<DecisionSurBilan> Decide(
        Bilan bilan, Mesure mesure, Suite suite, int? duree = null, MotifFin? motif = null, string? divergence = null, ChaineDeContrats? anterieurs = null) => bilan.Decide(
        new DecisionSurBilan(suite, new LocalDate(2022, 11, 28), Qui, duree, false, motif, null, divergence, null), mesure, anterieurs ?? ChaineDeContrats.Vide, Regles, Terme);

    private static Result<Done> Grant(DemandeDeFin demande, Mesure mesure, LocalDate dernier, LocalDate jour) => demande.Decide(new DecisionDeFin(true, jour, dernier, null, Qui), mesure, jour);

    private static FinDemandee Demandee(InitiateurFin initiateur, MotifFin motif) => new(BonsDEssai.Id(51), initiateur, motif, new LocalDate(2022, 6, 30), "Constat", Qui);

    private static AvenantPropose Propose(ObjetAvenant objet, LocalDate accord) => new(BonsDEssai.Id(52), objet, "Situation nouvelle", accord, Qui);

    private static Amendement Amendement(LocalDate jour) => new(BonsDEssai.Id(53), jour, ChaineDeContrats.Vide, Regles, _ => ModeMoisMesure.DateADate, jour);

    private static BilanEtabli Etabli(NatureBilan nature, int? mois, Suite? suite, int? duree, string articulation = "Aucune") =>
        new(BonsDEssai.Id(54), nature, mois, new LocalDate(2022, 11, 4), new ContenuBilan("Situation", [], null), articulation, null, suite, duree, false, Qui);

    private static ContenuProjet Contenu(string evaluation = "Évaluation") =>
        new(evaluation, [new Objectif(AspectDeLaMesure.Securisation, "Logement", [new ActionPrevue("Plan", QuiAgitPourLAction.Titulaire, null, null, EtatAction.AFaire)])]);

    private static Titulaire Titulaire(Guid id, string debut, string fin)
    {
        var titulaire = new Titulaire(id, "34", "T", "1", "a", "i", "T");
        _ = titulaire.Open(BonsDEssai.Id(80 + (id.ToByteArray()[0] % 10)), "1", "C", Periode.Of(Date(debut), Date(fin)), 1).Value;
        return titulaire;
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
