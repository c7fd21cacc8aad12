using Masp.Application.Mesures;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>What a team has in charge today beside what it may carry (R25), and what has nobody yet.</summary>
/// <param name="SansIntervenant">Oldest first, at most 200 of each kind.</param>
public sealed record ChargeDto(
    RefDto Titulaire,
    LocalDate Jour,
    int MesuresParEtp,
    CapaciteDto Equipe,
    IReadOnlyList<ChargeIntervenantDto> Intervenants,
    IReadOnlyList<SansIntervenantDto> SansIntervenant,
    MouvementsDto Mouvements);

/// <param name="Etp">Full-time equivalents of today.</param>
/// <param name="Mesures">Running measures in charge.</param>
/// <param name="Maximum">What the rule set allows for that working time.</param>
/// <param name="Alerte">Why it is too much; null within the bound.</param>
public sealed record CapaciteDto(decimal Etp, int Mesures, decimal Maximum, string? Alerte)
{
    public static CapaciteDto Of(Capacite capacite) => new(capacite.Etp, capacite.Mesures, capacite.Maximum, capacite.Alerte);
}

/// <param name="Absence">Away today; null when at work.</param>
/// <param name="Remplacant">Who stands in today.</param>
public sealed record ChargeIntervenantDto(
    Guid Id, string Nom, Diplome Diplome, bool EstChef, CapaciteDto Capacite, PeriodeDto? Absence, string? Remplacant, LocalDate Entree, LocalDate? Sortie);

/// <summary>A running measure or an order not signed that no worker of the team has in charge today.</summary>
/// <param name="Type">Stable word: <c>mesure</c> or <c>bonDeCommande</c>.</param>
/// <param name="Depuis">First day without anybody: of the order, of the measure, or after the last worker.</param>
public sealed record SansIntervenantDto(string Type, Guid Id, string Numero, string Lot, string Personne, string Commune, LocalDate Depuis);

/// <summary>What the turnover of the quarter is made of (R51).</summary>
/// <param name="Trimestre"><c>2022-T1</c>, the one of today.</param>
/// <param name="EffectifAuDebut">In the team on its first day.</param>
public sealed record MouvementsDto(string Trimestre, int EffectifAuDebut, int Entrees, int Sorties);
