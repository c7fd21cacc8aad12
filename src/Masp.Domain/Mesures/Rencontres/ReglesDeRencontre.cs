using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Mesures.Rencontres;

/// <summary>What refuses a Rencontre (R18, R24, R61).</summary>
public static class ReglesDeRencontre
{
    public const int DureeMax = 600;

    public const int TrajetKmMax = 999;

    public static Error AutreTitulaire => Error.Conflict("rencontre.autre-titulaire", "Un autre titulaire exerce la mesure ce jour-là (R24).", "date");

    /// <param name="jours">Which days.</param>
    public static Error Suspendue(string jours) => Error.Conflict("rencontre.mesure-suspendue", $"La mesure est suspendue {jours} (R21).", "date");

    public static Error ExterneDejaPris => Error.Conflict(
        "rencontre.externe-deja-pris", "Une rencontre porte déjà cet identifiant et dit autre chose : corrigez-la.", "externeId");

    /// <summary>The first refusal, or null.</summary>
    /// <param name="faits">As told.</param>
    /// <param name="vie">Of the Mesure.</param>
    /// <param name="equipe">The workers that may be named, by id: the one of the Rencontre and whom that one stands in for, at least.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns><c>rencontre.date-future</c>, <c>.prevue-passee</c>, <c>.avant-mesure</c>, <c>.apres-mesure</c>, <c>.mesure-suspendue</c>, <c>.duree-invalide</c>,
    /// <c>.duree-sans-objet</c>, <c>.trajet-invalide</c>, <c>.cause-obligatoire</c>, <c>.cause-sans-objet</c>, <c>.note-obligatoire</c>, <c>.autre-titulaire</c>,
    /// <c>.intervenant-parti</c>, <c>.intervenant-non-suivi</c> or <c>intervenant.inconnu</c>.</returns>
    public static Error? Check(FaitsDeRencontre faits, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe, LocalDate aujourdhui) =>
        CheckFacts(faits, vie, aujourdhui) ?? CheckWho(faits, vie, equipe);

    /// <summary>The same without who held it.</summary>
    public static Error? CheckFacts(FaitsDeRencontre faits, VieDeMesure vie, LocalDate aujourdhui) => CheckDay(faits, vie, aujourdhui) ?? CheckMatter(faits);

    private static Error? CheckDay(FaitsDeRencontre faits, VieDeMesure vie, LocalDate aujourdhui)
    {
        if (faits.Etat == EtatRencontre.Prevue && faits.Date < aujourdhui)
            return Error.Invalid("rencontre.prevue-passee", "Une rencontre se prévoit pour aujourd'hui ou plus tard.", "date");
        if (faits.Etat != EtatRencontre.Prevue && faits.Date > aujourdhui)
            return Error.Invalid("rencontre.date-future", "Une rencontre tenue ou manquée n'est pas datée dans l'avenir.", "date");
        if (faits.Date < vie.Debut)
            return Error.Invalid("rencontre.avant-mesure", $"La mesure commence le {Francais.Date(vie.Debut)} : une rencontre ne la précède pas (R18).", "date");
        if (faits.Date > vie.Fin)
            return Error.Invalid("rencontre.apres-mesure", $"La mesure finit le {Francais.Date(vie.Fin)} : une rencontre ne la suit pas (R18).", "date");
        foreach (var suspension in vie.Suspensions)
        {
            if (suspension.Contains(faits.Date))
                return Suspendue($"du {Francais.Date(suspension.Debut)} au {Francais.Date(suspension.Fin!.Value)}");
        }

        return null;
    }

    private static Error? CheckMatter(FaitsDeRencontre faits)
    {
        if (faits.Etat == EtatRencontre.Manquee && faits.DureeMinutes is not null)
            return Error.Invalid("rencontre.duree-sans-objet", "Une rencontre manquée n'a pas de durée.", "dureeMinutes");
        if (faits.DureeMinutes is < 1 or > DureeMax || (faits.Etat == EtatRencontre.Tenue && faits.DureeMinutes is null))
            return Error.Invalid("rencontre.duree-invalide", $"La durée d'une rencontre va de 1 à {DureeMax} minutes (R18).", "dureeMinutes");
        if (faits.TrajetMinutes is < 0 or > DureeMax || faits.TrajetKm is < 0 or > TrajetKmMax)
        {
            return Error.Invalid(
                "rencontre.trajet-invalide", $"Un trajet va de 0 à {DureeMax} minutes et de 0 à {TrajetKmMax} kilomètres, aller et retour.",
                faits.TrajetMinutes is < 0 or > DureeMax ? "trajetMinutes" : "trajetKm");
        }

        if (faits.Etat == EtatRencontre.Manquee && faits.Cause is null)
            return Error.Invalid("rencontre.cause-obligatoire", "Une rencontre manquée a une cause (R18).", "cause");
        if (faits.Etat != EtatRencontre.Manquee && faits.Cause is not null)
            return Error.Invalid("rencontre.cause-sans-objet", "Seule une rencontre manquée a une cause.", "cause");
        return faits.Cause == CauseRencontreManquee.Autre && string.IsNullOrWhiteSpace(faits.Note)
            ? Error.Invalid("rencontre.note-obligatoire", "Dites dans la note pourquoi la rencontre n'a pas eu lieu.", "note")
            : null;
    }

    /// <summary>The worker in charge that day, the one who stands in that day, or a manager of the Titulaire that serves it that day (R61).</summary>
    private static Error? CheckWho(FaitsDeRencontre faits, VieDeMesure vie, IReadOnlyDictionary<Guid, Intervenant> equipe)
    {
        if (!equipe.TryGetValue(faits.IntervenantId, out var intervenant))
            return Error.Invalid("intervenant.inconnu", "Cet intervenant n'est pas connu.", "intervenantId");
        if (vie.TitulaireOn(faits.Date) != intervenant.TitulaireId)
            return AutreTitulaire;
        if (!intervenant.Presence.Contains(faits.Date))
            return Error.Conflict("rencontre.intervenant-parti", "Cet intervenant n'est pas dans l'équipe ce jour-là.", "intervenantId");
        var enCharge = vie.IntervenantOn(faits.Date);
        var follows = enCharge == intervenant.Id || intervenant.EstChef
            || (enCharge is { } autre && equipe.TryGetValue(autre, out var absent) && absent.AbsenceOn(faits.Date)?.RemplacantId == intervenant.Id);
        return follows
            ? null
            : Error.Conflict("rencontre.intervenant-non-suivi", "Cet intervenant ne suit pas la mesure ce jour-là et ne remplace pas qui la suit (R26, R61).", "intervenantId");
    }
}
