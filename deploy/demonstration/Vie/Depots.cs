using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>Requests filed by the ServicesReferents (R5 to R7): new people, households, people who come back.</summary>
internal sealed class Depots(Monde monde, Seances seances)
{
    private Hasard Hasard => monde.Hasard;

    public void File(Effectifs effectifs)
    {
        var (personne, voulu) = Draw(effectifs.LotCode);
        File(effectifs, personne, voulu, DrawService(personne));
    }

    /// <summary>The CCAS asks for somebody whose measure has ended, without knowing it: the SAFPM has a file to match (R1, R3).</summary>
    public void FileUnaware(Effectifs effectifs)
    {
        if (monde.FindEnded(effectifs.LotCode) is not { } connue)
            return;
        var connu = connue.Beneficiaire;
        var autreFiche = Register(connu.Nom, connu.Prenom, connu.DateNaissance);
        File(effectifs, new Personne(autreFiche, connue.CommuneInsee, connue.Adresse), null, monde.Jeu.Ccas, aRapprocher: true);
    }

    private void File(Effectifs effectifs, Personne personne, ChoixVoulu? voulu, ServiceReferent service, bool aRapprocher = false)
    {
        var gestion = Hasard.Chance(700);
        var depot = new Depot(
            monde.NextId(),
            Reperes.Departement,
            Numeros.Demande(monde.Jour.Year, monde.Series.NextDemande(monde.Jour.Year)),
            personne.Beneficiaire.Id,
            service.Id,
            personne.CommuneInsee,
            effectifs.LotCode,
            personne.Adresse,
            monde.Jour,
            monde.Jour.PlusDays(-Hasard.Between(0, 20)),
            DrawEligibilite(),
            DrawPrestations(personne, service, gestion),
            Hasard.Pick(Phrases.MotifsDemande),
            Hasard.Chance(850) ? gestion : null,
            Hasard.Chance(600) ? Hasard.Weigh((6, 18), (12, 52), (18, 12), (24, 18)) : null,
            aRapprocher);
        var demande = Demande.File(depot, service.IsHabilitatedOn(monde.Jour), monde.Jour).Value;
        personne.Suivie = true;
        monde.Jeu.Demandes.Add(demande);
        effectifs.Filed();
        seances.Await(new Dossier(personne, demande, voulu));
    }

    private (Personne Personne, ChoixVoulu? Voulu) Draw(string lotCode)
    {
        if (monde.DrawKnown(lotCode) is { } connue)
        {
            var mesure = connue.Mesures[^1];
            if (mesure.Etat == EtatMesure.EnCours && Hasard.Chance(40))
                return (Meet(lotCode, connue), Household(mesure));
            if (!connue.Suivie && MayComeBack(connue, mesure) && Hasard.Chance(300))
                return (connue, Hasard.Chance(400) ? Earlier(mesure) : null);
        }

        return (Meet(lotCode, null), null);
    }

    private bool MayComeBack(Personne personne, Mesure mesure) =>
        mesure.FinReelle is { } fin && fin.PlusMonths(3) < monde.Jour && personne.HasAYearLeft
        && mesure.MotifFin is not (MotifFin.Deces or MotifFin.CuratelleTutelleOuSauvegarde or MotifFin.Masp3 or MotifFin.DemenagementHorsDepartement);

    private static ChoixVoulu Household(Mesure mesure) =>
        new(mesure.TitulaireId, CategorieChoix.MemeFoyer, $"Même foyer que la mesure {mesure.Numero} (démonstration)");

    private static ChoixVoulu Earlier(Mesure mesure) =>
        new(mesure.TitulaireId, CategorieChoix.MesureAnterieure, $"Mesure antérieure {mesure.Numero} chez ce titulaire (démonstration)");

    private Personne Meet(string lotCode, Personne? foyer)
    {
        var nom = foyer?.Beneficiaire.Nom ?? Hasard.Pick(Noms.Familles);
        var age = Hasard.Weigh((Hasard.Between(18, 29), 15), (Hasard.Between(30, 49), 40), (Hasard.Between(50, 64), 30), (Hasard.Between(65, 90), 15));
        var naissance = monde.Jour.PlusYears(-age).PlusDays(-Hasard.Between(1, 360));
        var beneficiaire = Register(nom, Hasard.Pick(Noms.Prenoms), naissance);
        return foyer is null
            ? new Personne(beneficiaire, monde.DrawCommune(lotCode).CodeInsee, DrawAdresse())
            : new Personne(beneficiaire, foyer.CommuneInsee, foyer.Adresse);
    }

    private Beneficiaire Register(string nom, string prenom, LocalDate naissance)
    {
        var beneficiaire = Beneficiaire.Create(monde.NextId(), Reperes.Departement, nom, prenom, naissance, monde.Jour).Value;
        monde.Jeu.Beneficiaires.Add(beneficiaire);
        return beneficiaire;
    }

    private string DrawAdresse() => string.Create(CultureInfo.InvariantCulture, $"{Hasard.Between(1, 98)} {Hasard.Pick(Noms.Voies)}");

    private ServiceReferent DrawService(Personne personne)
    {
        var agee = personne.Beneficiaire.DateNaissance.PlusYears(60) <= monde.Jour;
        while (true)
        {
            var nature = Hasard.Weigh(
                (NatureService.Sts, 50),
                (NatureService.Ccas, 26),
                (NatureService.Sda, agee ? 60 : 0),
                (NatureService.Cias, 8),
                (NatureService.AssociationInsertion, 8));
            var habilites = monde.Jeu.Services.FindAll(s => s.Nature == nature && s.IsHabilitatedOn(monde.Jour));
            if (habilites.Count > 0)
                return Hasard.Pick(habilites);
        }
    }

    private Eligibilite DrawEligibilite() => Hasard.Chance(950)
        ? new Eligibilite(true, true, true, true, true)
        : Hasard.Weigh(
            (new Eligibilite(true, false, true, true, true), 1),
            (new Eligibilite(true, true, false, true, true), 1),
            (new Eligibilite(true, true, true, false, true), 2),
            (new Eligibilite(true, true, true, true, false), 1));

    /// <summary>A SDA asks for recipients of the APA (R7); a benefit of group B only comes beside one of group A.</summary>
    private List<string> DrawPrestations(Personne personne, ServiceReferent service, bool gestion)
    {
        var codes = new List<string>();
        if (service.Nature == NatureService.Sda)
            codes.Add("D271-2-03");
        codes.Add(personne.Beneficiaire.DateNaissance.PlusYears(65) <= monde.Jour
            ? "D271-2-04"
            : Hasard.Weigh(("D271-2-17", 60), ("D271-2-13", 35), ("D271-2-12", 5)));
        if (gestion || Hasard.Chance(500))
            codes.Add(Hasard.Weigh(("D271-2-01", 70), ("D271-2-02", 30)));
        if (Hasard.Chance(250))
            codes.Add(Hasard.Weigh(("D271-2-19", 60), ("D271-2-23", 25), ("D271-2-24", 15)));
        return codes;
    }
}
