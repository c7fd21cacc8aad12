using System.Globalization;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>Refuses a contract whose dates contradict each other, rather than paying a plausible amount for it.</summary>
internal static class VerificationContrat
{
    /// <summary>Every refusal at once; empty when the contract can be priced.</summary>
    public static List<Error> Check(ContratAFacturer contrat, int joursSeuil)
    {
        var errors = new List<Error>();
        if (joursSeuil is < 0 or > 31)
            errors.Add(Error.Invalid("seuil.hors-bornes", "Le seuil doit être compris entre 0 et 31 jours.", "joursSeuil"));
        CheckBounds(contrat.Debut, "debut", errors);
        CheckBounds(contrat.FinPrevue, "finPrevue", errors);
        if (contrat.DateGel is { } gel)
            CheckBounds(gel, "dateGel", errors);
        if (contrat.FinPrevue < contrat.Debut)
            errors.Add(Error.Invalid("contrat.inverse", "La fin prévue précède le début du contrat.", "finPrevue"));
        else
            CheckInside(contrat, errors);
        return errors;
    }

    private static void CheckInside(ContratAFacturer contrat, List<Error> errors)
    {
        if (contrat.FinReelle < contrat.Debut)
            errors.Add(Error.Invalid(
                "fin-reelle.avant-debut", "La fin réelle est le dernier jour servi : elle ne peut pas précéder le début du contrat.", "finReelle"));
        if (contrat.FinReelle > contrat.FinPrevue)
            errors.Add(Error.Invalid("fin-reelle.apres-fin-prevue", "La fin réelle ne peut pas suivre la fin prévue.", "finReelle"));

        for (var i = 0; i < contrat.Suspensions.Count; i++)
        {
            var suspension = contrat.Suspensions[i];
            if (suspension.Fin is not { } fin)
                errors.Add(Error.Invalid("suspension.ouverte", "Une suspension a une date de fin.", Path("suspensions", i, "fin")));
            else if (suspension.Debut < contrat.Debut || fin > contrat.FinPrevue)
                errors.Add(Error.Invalid(
                    "suspension.hors-contrat", "La suspension doit être comprise entre le début et la fin prévue du contrat.", Path("suspensions", i, "debut")));
        }

        for (var i = 0; i < contrat.Changements.Count; i++)
        {
            if (contrat.Changements[i].Date < contrat.Debut || contrat.Changements[i].Date > contrat.FinPrevue)
                errors.Add(Error.Invalid(
                    "changement.hors-contrat", "Le changement doit être daté entre le début et la fin prévue du contrat.", Path("changements", i, "date")));
        }
    }

    private static void CheckBounds(LocalDate date, string field, List<Error> errors)
    {
        if (!DatesAdmises.Contains(date))
            errors.Add(Error.Invalid("contrat.hors-bornes", "Les dates doivent être comprises entre le 1er janvier 1900 et le 31 décembre 2100.", field));
    }

    private static string Path(string liste, int rang, string champ) => string.Create(CultureInfo.InvariantCulture, $"{liste}[{rang}].{champ}");
}
