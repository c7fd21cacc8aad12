using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>Who serves the Mesure and who follows it, day by day (R24, R26, R61).</summary>
public sealed partial class Mesure
{
    /// <summary>Who serves it on that day; the first one before its beginning.</summary>
    public Guid TitulaireOn(LocalDate date) => TenueOn(date).TitulaireId;

    /// <summary>Who is in charge on that day, whether absent or not; null when nobody is (R26).</summary>
    public Guid? IntervenantOn(LocalDate date) => _suivis.Find(s => s.Periode.Contains(date))?.IntervenantId;

    /// <summary>The last day of each calendar month of which one served day at least was with gestion (R31), in order, to the term or the real end.</summary>
    public IEnumerable<LocalDate> MonthsWithGestion()
    {
        var fin = FinReelle ?? FinPrevue;
        for (var mois = new LocalDate(Debut.Year, Debut.Month, 1); mois <= fin; mois = mois.PlusMonths(1))
        {
            var dernier = mois.PlusMonths(1).PlusDays(-1);
            if (GestionChanges().Where(g => g.Debut <= LocalDate.Min(dernier, fin)).ToList() is var known
                && (known.Exists(g => g.Debut >= mois && g.AvecGestion) || known.LastOrDefault(g => g.Debut <= mois).AvecGestion))
                yield return dernier;
        }
    }

    /// <summary>From which day on, with or without gestion: each contract says it anew.</summary>
    private IEnumerable<(LocalDate Debut, bool AvecGestion)> GestionChanges() => _contrats.Select(c => (c.Debut, c.AvecGestion))
        .Concat(_changements.Select(c => (Debut: c.Date, c.AvecGestion))).OrderBy(g => g.Debut);

    /// <summary>Puts a worker in charge from that day on; the one before stops the day before (R26, R61).</summary>
    /// <param name="intervenant">Of the Titulaire that serves the Mesure on that day, entered and not gone.</param>
    /// <param name="debut">From the last change at that Titulaire on, to the term.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>suivi.date-invalide</c>, <c>suivi.autre-titulaire</c>, <c>suivi.intervenant-parti</c>
    /// or <c>suivi.deja-en-charge</c>.</returns>
    public Result<Suivi> Assign(Intervenant intervenant, LocalDate debut)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        var tenue = RunOn(debut);
        var last = _suivis.Where(s => tenue.Contains(s.Debut)).MaxBy(s => s.Debut);
        if (debut < Debut || debut < last?.Debut || debut > FinPrevue)
            return Error.Conflict("suivi.date-invalide", "La prise en charge commence après la précédente, et au plus tard au terme.", "debut");
        if (intervenant.TitulaireId != TitulaireOn(debut))
            return Error.Conflict("suivi.autre-titulaire", "Cet intervenant n'est pas du titulaire qui exerce la mesure ce jour-là.", "intervenantId");
        if (!intervenant.Presence.Contains(debut))
            return Error.Conflict("suivi.intervenant-parti", "Cet intervenant n'est pas dans l'équipe ce jour-là.", "intervenantId");
        if (last?.IntervenantId == intervenant.Id && last.Periode.Contains(debut))
            return Error.Conflict("suivi.deja-en-charge", "Cet intervenant est déjà en charge de la mesure.", "intervenantId");
        if (last?.Debut == debut)
        {
            last.GiveTo(intervenant.Id);
            Refresh();
            return last;
        }

        EndSuivis(debut, tenue);
        var suivi = new Suivi(debut, intervenant.Id, tenue.Fin);
        _suivis.Add(suivi);
        Refresh();
        return suivi;
    }

    /// <summary>
    /// Hands it over to another Titulaire, on the first day of its first mois-mesure on or after the date asked for (R24*): no month is
    /// shared, so none is paid twice.
    /// </summary>
    /// <param name="repreneur">Holds a Convention on the Lot that day, and when a contract already recorded for later begins.</param>
    /// <param name="demandee">Not before today.</param>
    /// <param name="modeOn">How the Reglement of a contract's first day cuts its months (R60).</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Its first day at the other Titulaire; refused with <c>mesure.terminee</c>, <c>relais.date-passee</c>, <c>relais.deja-prevu</c>,
    /// <c>relais.meme-titulaire</c>, <c>relais.apres-terme</c> or <c>relais.sans-convention</c>.</returns>
    public Result<LocalDate> HandOver(Titulaire repreneur, LocalDate demandee, Func<LocalDate, ModeMoisMesure> modeOn, LocalDate aujourdhui)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        if (demandee < aujourdhui)
            return Error.Conflict("relais.date-passee", "Un passage de relais se prévoit : sa date n'est pas passée (R24).", "date");
        if (TitulaireDepuis > aujourdhui)
            return Error.Conflict("relais.deja-prevu", "Un changement de titulaire est déjà prévu pour cette mesure.");
        if (repreneur.Id == TitulaireId)
            return Error.Conflict("relais.meme-titulaire", "Cette mesure est déjà à ce titulaire.", "repreneurId");
        if (FirstDayFrom(demandee, modeOn) is not { } date)
            return Error.Conflict("relais.apres-terme", "Aucun mois-mesure ne commence entre cette date et le terme : la mesure s'achève chez son titulaire (R24).", "date");
        var contrats = _contrats.Where(c => c.Debut > date || c.Periode.Contains(date)).OrderBy(c => c.Debut).ToList();
        foreach (var contrat in contrats)
        {
            if (repreneur.ConventionOn(LotCode, LocalDate.Max(contrat.Debut, date)) is null)
                return Error.Conflict("relais.sans-convention", "Le repreneur n'a pas de convention sur ce lot à la date du relais (R24).", "repreneurId");
        }

        foreach (var contrat in contrats)
        {
            var debut = LocalDate.Max(contrat.Debut, date);
            var convention = repreneur.ConventionOn(LotCode, debut)!.Id;
            if (contrat.Debut >= date)
                contrat.GiveTo(repreneur.Id, convention);
            if (_tenues.Find(t => t.Debut == debut) is { } tenue)
                tenue.GiveTo(repreneur.Id, convention);
            else
                Hold(new Tenue(debut, contrat.Id, repreneur.Id, convention));
        }

        EndSuivis(date, Periode.Of(date));
        Refresh();
        return date;
    }

    private LocalDate? FirstDayFrom(LocalDate demandee, Func<LocalDate, ModeMoisMesure> modeOn)
    {
        foreach (var contrat in _contrats.Where(c => c.FinPrevue >= demandee).OrderBy(c => c.Debut))
        {
            if (contrat.BoundaryFrom(demandee, modeOn(contrat.Debut)) is var date && date <= contrat.FinPrevue)
                return date;
        }

        return null;
    }

    private Tenue TenueOn(LocalDate date) => _tenues.Where(t => t.Debut <= date).MaxBy(t => t.Debut) ?? _tenues.MinBy(t => t.Debut)!;

    /// <summary>The days around that one during which the same Titulaire serves it, over its contracts.</summary>
    private Periode RunOn(LocalDate date)
    {
        var titulaire = TitulaireOn(date);
        var others = _tenues.Where(t => t.TitulaireId != titulaire).ToList();
        var previous = others.Where(t => t.Debut <= date).MaxBy(t => t.Debut);
        var next = others.Where(t => t.Debut > date).MinBy(t => t.Debut);
        return Periode.Of(previous?.Fin?.PlusDays(1) ?? Debut, next?.Debut.PlusDays(-1));
    }

    /// <summary>The one that serves it stops the day before; a worker stays only at the own Titulaire.</summary>
    private void Hold(Tenue next)
    {
        var before = TenueOn(next.Debut);
        var tenue = RunOn(before.Debut);
        next.End(_tenues.Where(t => t.Debut > next.Debut).MinBy(t => t.Debut)?.Debut.PlusDays(-1));
        before.End(next.Debut.PlusDays(-1));
        _tenues.Add(next);
        if (before.TitulaireId != next.TitulaireId)
            EndSuivis(next.Debut, tenue);
    }

    /// <summary>What was recorded for after the last day does not happen: who had it keeps it for the closing documents.</summary>
    private void KeepUntil(LocalDate dernierJour)
    {
        _tenues.RemoveAll(t => t.Debut > dernierJour);
        _suivis.RemoveAll(s => s.Debut > dernierJour);
        _tenues.MaxBy(t => t.Debut)!.End(null);
        if (_suivis.MaxBy(s => s.Debut) is { } last && last.Fin >= dernierJour)
            last.End(null);
    }

    /// <summary>Nobody is in charge from that day on, as long as the same Titulaire serves it.</summary>
    private void EndSuivis(LocalDate debut, Periode tenue)
    {
        _suivis.RemoveAll(s => s.Debut >= debut && tenue.Contains(s.Debut));
        _suivis.Find(s => s.Debut < debut && s.Periode.Contains(debut))?.End(debut.PlusDays(-1));
    }
}
