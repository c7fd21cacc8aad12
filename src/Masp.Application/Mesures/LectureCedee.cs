using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>How far a Titulaire that handed a measure over may read (R24).</summary>
internal static class LectureCedee
{
    /// <returns>Its last day; null for whoever reads the measure as it is.</returns>
    public static LocalDate? Until(Acteur acteur, IEnumerable<(Guid TitulaireId, LocalDate Debut, LocalDate? Fin)> tenues, LocalDate aujourdhui)
    {
        if (acteur.Role != Role.ChefTitulaire)
            return null;
        var own = tenues.Where(t => t.TitulaireId == acteur.TitulaireId && t.Debut <= aujourdhui).ToList();
        return own.Count == 0 || own.Exists(t => !(t.Fin < aujourdhui)) ? null : own.Max(t => t.Fin);
    }

    public static LocalDate? Until(Acteur acteur, Mesure mesure, LocalDate aujourdhui) =>
        Until(acteur, mesure.Tenues.Select(t => (t.TitulaireId, t.Debut, t.Fin)), aujourdhui);

    /// <summary>Nothing is written in what was handed over.</summary>
    /// <returns>Null for whoever may go on.</returns>
    public static Error? RefuseWriting(Acteur acteur, Mesure mesure, LocalDate aujourdhui) => Until(acteur, mesure, aujourdhui) is null
        ? null
        : Error.Forbidden("mesure.cedee", "Cette mesure est passée à un autre titulaire : vous la lisez, vous n'y écrivez plus (R24).");

    /// <summary>The measure as it was on that day: running, with the contract, the home and the nature it had.</summary>
    /// <param name="mesure">As it is today.</param>
    /// <param name="faits">What it was on that day.</param>
    public static MesureDto AsOf(this MesureDto mesure, FaitsDuJour faits) => mesure with
    {
        Etat = EtatMesure.EnCours,
        FinReelle = null,
        MotifFin = null,
        Titulaire = faits.Titulaire,
        Intervenant = faits.Intervenant,
        AvecGestion = faits.AvecGestion,
        Commune = faits.Commune,
        Type = Domain.Facturation.TypesMesure.Of(faits.AvecGestion, faits.Commune.Zone),
        FinPrevue = mesure.Contrats.Last(c => c.Debut <= faits.Jour).FinPrevue,
        Contrats = [.. mesure.Contrats.Where(c => c.Debut <= faits.Jour).Select(c => c.FinReelle > faits.Jour ? c with { FinReelle = null } : c)],
        Suspensions = [.. mesure.Suspensions.Where(s => s.Debut <= faits.Jour)],
        LectureJusqua = faits.Jour,
    };
}

/// <summary>What changes in a measure over time, on one day of it.</summary>
internal sealed record FaitsDuJour(LocalDate Jour, RefDto Titulaire, RefDto? Intervenant, bool AvecGestion, ResidenceDto Commune);
