using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using NodaTime;

namespace Masp.Domain.Tests.Demandes;

/// <summary>A request at each step of its way.</summary>
internal static class DossiersDEssai
{
    public static readonly LocalDate JourDepot = new(2022, 1, 10);
    public static readonly LocalDate Seance = new(2022, 1, 20);
    public static readonly LocalDate Aujourdhui = new(2022, 1, 31);
    public static readonly Guid Utilisateur = BonsDEssai.Id(99);
    public static readonly Eligibilite Eligible = new(true, true, true, true, true);

    public static readonly ProjetDeDecision Favorable = new(SensDecision.Favorable, Seance, true, 12, null, null, null, null);
    public static readonly ProjetDeDecision Defavorable = new(SensDecision.Defavorable, Seance, null, null, "Les faits", "L271-1 du CASF", null, null);

    public static Depot NewDepot() => new(
        BonsDEssai.Id(1), "34", "D-2022-0001", BonsDEssai.Id(5), BonsDEssai.Id(6), "34172", "1", null, JourDepot, JourDepot, Eligible, ["D271-2-17"], null, true, 12);

    public static Demande Deposee(Eligibilite? eligibilite = null) =>
        Demande.File(NewDepot() with { Eligibilite = eligibilite ?? Eligible }, serviceHabilite: true, Aujourdhui).Value;

    public static Commission Session(int id = 20, int joursApres = 0) => new(BonsDEssai.Id(id), "34", Seance.PlusDays(joursApres));

    public static Demande WithAvis(SensAvis sens = SensAvis.Favorable, Eligibilite? eligibilite = null)
    {
        var demande = Deposee(eligibilite);
        var commission = Session();
        _ = commission.Enrol(demande).Value;
        _ = commission.RecordAvis(demande, sens, "Motif", Aujourdhui).Value;
        return demande;
    }

    public static Result<Decision> Decide(this Demande demande, ProjetDeDecision projet, string? lot = "1", ChaineDeContrats? chaine = null) =>
        demande.Decide(projet, Utilisateur, lot, chaine ?? ChaineDeContrats.Vide, new Parametres(), Aujourdhui);

    public static Demande Acceptee()
    {
        var demande = WithAvis();
        _ = demande.Decide(Favorable).Value;
        return demande;
    }
}
