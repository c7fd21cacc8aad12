using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>What an Avenant does to it (R21).</summary>
public sealed partial class Mesure
{
    /// <summary>Changes it as an Avenant says. What a preview shows is what this does.</summary>
    /// <param name="objet">What changes.</param>
    /// <param name="amendement">When, and under which rules.</param>
    /// <returns>The first day of the change; refused, with nothing changed, with <c>mesure.terminee</c>, <c>avenant.objet-incomplet</c>, <c>avenant.gestion-inchangee</c>,
    /// <c>avenant.sans-effet</c>, <c>changement.hors-contrat</c>, <c>periode.inversee</c>, <c>suspension.hors-contrat</c>, <c>suspension.chevauchement</c>,
    /// <c>prorogation.date-invalide</c> or <c>mesure.duree-totale-depassee</c>.</returns>
    public Result<LocalDate> Amend(ObjetAvenant objet, Amendement amendement)
    {
        if (Etat == EtatMesure.Terminee)
            return Terminated;
        return objet switch
        {
            { Nature: NatureAvenant.Gestion, AvecGestion: { } gestion, Debut: { } debut } => AmendGestion(gestion, LocalDate.Max(debut, amendement.SigneLe), amendement),
            { Nature: NatureAvenant.Suspension, Debut: { } debut, Fin: { } fin } => AmendSuspension(debut, fin, objet.NouvelleFin, amendement),
            { Nature: NatureAvenant.Prorogation, NouvelleFin: { } fin } => Prolong(fin, amendement),
            _ => Error.Invalid("avenant.objet-incomplet", "Un avenant dit tout ce qu'il change : la gestion et sa date, les deux jours d'une suspension, ou la nouvelle fin (R21).", "nature"),
        };
    }

    /// <summary>With or without gestion on that day, changes counted.</summary>
    public bool AvecGestionOn(LocalDate date)
    {
        var contrat = _contrats.Where(c => c.Debut <= date).MaxBy(c => c.Debut) ?? _contrats.MinBy(c => c.Debut)!;
        return _changements.Where(c => c.Date >= contrat.Debut && c.Date <= date).MaxBy(c => c.Date)?.AvecGestion ?? contrat.AvecGestion;
    }

    private Result<LocalDate> AmendGestion(bool gestion, LocalDate date, Amendement amendement)
    {
        if (ContratOn(date) is not { } contrat)
            return HorsContrat;
        if (AvecGestionOn(date) == gestion)
            return Error.Conflict("avenant.gestion-inchangee", gestion ? "La mesure est déjà avec gestion à cette date." : "La mesure est déjà sans gestion à cette date.", "avecGestion");
        var effet = contrat.BoundaryFrom(date, amendement.ModeOn(contrat.Debut));
        if (effet > contrat.FinPrevue)
            return Error.Conflict("avenant.sans-effet", "Aucun mois-mesure ne commence entre cette date et le terme : le changement n'aurait pas d'effet (R21).", "debut");
        return ChangeGestion(date, gestion, amendement.Aujourdhui).Map(_ => effet);
    }

    private Result<LocalDate> AmendSuspension(LocalDate debut, LocalDate fin, LocalDate? nouvelleFin, Amendement amendement)
    {
        var periode = Periode.Create(debut, fin, "fin");
        if (!periode.IsSuccess)
            return periode.Error;
        if (nouvelleFin is { } prolonged && RefuseProlongation(prolonged, amendement) is { } refusal)
            return refusal;
        var suspended = Suspend(amendement.Id, periode.Value, amendement.Aujourdhui);
        if (!suspended.IsSuccess)
            return suspended.Error;
        if (nouvelleFin is { } date)
            _ = Prolong(date, amendement).Value;
        return debut;
    }

    private Result<LocalDate> Prolong(LocalDate nouvelleFin, Amendement amendement)
    {
        if (RefuseProlongation(nouvelleFin, amendement) is { } refusal)
            return refusal;
        var effet = DernierContrat.FinPrevue.PlusDays(1);
        DernierContrat.Prolong(nouvelleFin, amendement.Aujourdhui);
        Refresh();
        return effet;
    }

    private Error? RefuseProlongation(LocalDate nouvelleFin, Amendement amendement)
    {
        if (nouvelleFin <= DernierContrat.FinPrevue)
            return Error.Invalid("prorogation.date-invalide", "Une prorogation porte la fin du contrat après son terme.", "nouvelleFin");
        var chaine = ChaineDeContrats.Of(_contrats.Select(c => c == DernierContrat ? Periode.Of(c.Debut, nouvelleFin) : c.Periode));
        return amendement.Anterieurs.Plus(chaine).Refuses(0, amendement.Parametres.DureeTotaleMaxMois) is { } refusal ? refusal with { Field = "nouvelleFin" } : null;
    }
}

/// <summary>Under what an Avenant is applied, or previewed.</summary>
/// <param name="Id">Of the Suspension it may make.</param>
/// <param name="SigneLe">A change of gestion does not begin before it.</param>
/// <param name="Anterieurs">Contracts the person had in other measures (R3).</param>
/// <param name="Parametres">The Reglement of that day.</param>
/// <param name="ModeOn">How the Reglement of a contract's first day cuts its months (R60).</param>
/// <param name="Aujourdhui">Europe/Paris.</param>
public sealed record Amendement(
    Guid Id, LocalDate SigneLe, ChaineDeContrats Anterieurs, Parametres Parametres, Func<LocalDate, ModeMoisMesure> ModeOn, LocalDate Aujourdhui);
