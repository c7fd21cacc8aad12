using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>A PassageDeRelais and who still has which meeting to hold (R24).</summary>
/// <param name="ResteEquipes">Measures whose teams have not met.</param>
/// <param name="RestePersonne">Measures whose teams have met, and the person has not been met yet.</param>
/// <param name="Mesures">Those with a meeting to hold first, soonest day first.</param>
public sealed record RelaisDto(
    Guid Id,
    EtendueRelais Etendue,
    RefDto Cedant,
    RefDto Repreneur,
    string Lot,
    LocalDate Demandee,
    LocalDate PrevuLe,
    string Motif,
    int ResteEquipes,
    int RestePersonne,
    IReadOnlyList<MesureRelayeeDto> Mesures,
    string Version) : IVersionne;

/// <param name="Date">First day at the other Titulaire.</param>
/// <param name="Explication">Why that day.</param>
/// <param name="Ancien">Who follows it the day before.</param>
/// <param name="Reste">The next meeting to hold; null when both were.</param>
public sealed record MesureRelayeeDto(
    Guid MesureId, string Numero, LocalDate Date, string Explication, string? Ancien, LocalDate? RencontreEquipesLe, LocalDate? RencontrePersonneLe, RencontreDeRelais? Reste);

internal static class LectureRelais
{
    public static Error Introuvable => Refus.Introuvable("relais", "Ce passage de relais n'existe pas, ou ne vous est pas visible.");

    public static async Task<RelaisDto> ToDtoAsync(this PassageDeRelais relais, IMaspDbContext db, CancellationToken cancellationToken)
    {
        var names = await db.Titulaires.AsNoTracking().Where(t => t.Id == relais.CedantId || t.Id == relais.RepreneurId).ToDictionaryAsync(t => t.Id, t => t.Nom, cancellationToken);
        return new RelaisDto(
            relais.Id, relais.Etendue, new RefDto(relais.CedantId, names[relais.CedantId]), new RefDto(relais.RepreneurId, names[relais.RepreneurId]), relais.LotCode,
            relais.Demandee, relais.PrevuLe, relais.Motif,
            relais.Mesures.Count(m => m.Reste == RencontreDeRelais.Equipes),
            relais.Mesures.Count(m => m.Reste == RencontreDeRelais.Personne),
            [.. relais.Mesures.OrderBy(m => m.Reste is null).ThenBy(m => m.Date).ThenBy(m => m.Numero, StringComparer.Ordinal).Select(m => ToDto(m, relais.Demandee))],
            relais.ETag());
    }

    public static MesureRelayeeDto ToDto(MesureRelayee mesure, LocalDate demandee) => new(
        mesure.MesureId, mesure.Numero, mesure.Date, MesureRelayee.Explain(demandee, mesure.Date), mesure.Ancien, mesure.RencontreEquipesLe, mesure.RencontrePersonneLe, mesure.Reste);
}
