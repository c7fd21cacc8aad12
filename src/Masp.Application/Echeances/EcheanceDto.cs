using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using NodaTime;
using NodaTime.Text;

namespace Masp.Application.Echeances;

/// <summary>A deadline with its derivation, its moves and its lateness (R45, R46).</summary>
/// <param name="Libelle">In French; with its month or its quarter where there are several.</param>
/// <param name="EnRetard">As seen today: open after its last day, met late, or not met.</param>
/// <param name="AExpliquer">Late, and nobody said why.</param>
/// <param name="DateBrute">Where the count fell, never rolled.</param>
/// <param name="Limite">The working day to keep.</param>
/// <param name="Cible">A better date for the département, not binding.</param>
/// <param name="Explication">One sentence after the other.</param>
/// <param name="Raison">Why it has no object any more, or was not met.</param>
/// <param name="ParConstat">Met when the SAFPM notes that the document came; the others by an act of their own.</param>
public sealed record EcheanceDto(
    Guid Id,
    NatureEcheance Nature,
    string Occurrence,
    string Libelle,
    string Clause,
    EtatEcheance Etat,
    bool EnRetard,
    bool AExpliquer,
    Responsable Responsable,
    string Evenement,
    LocalDate EvenementLe,
    LocalDate DateBrute,
    LocalDate Limite,
    LocalDate? Cible,
    IReadOnlyList<string> Explication,
    LocalDate? TenueLe,
    string? Raison,
    MotifDto? Motif,
    IReadOnlyList<DecalageDto> Decalages,
    bool ParConstat,
    string Version) : IVersionne;

/// <param name="Le">The day it was recorded.</param>
public sealed record MotifDto(CauseRetard Cause, string Commentaire, LocalDate Le);

public sealed record DecalageDto(LocalDate De, LocalDate A, string Motif, LocalDate Le);

internal static class LectureEcheance
{
    public static Error Introuvable => Refus.Introuvable("echeance", "Cette échéance n'existe pas, ou ne vous est pas visible.");

    /// <summary>With its month, quarter or year where its file has several of the kind.</summary>
    public static string LibelleOf(NatureEcheance nature, string occurrence) => nature switch
    {
        NatureEcheance.Rencontres => $"{Natures.Libelle(nature)} du {Francais.Date(LocalDatePattern.Iso.Parse(occurrence).Value)}",
        NatureEcheance.BilanEtape => $"{Natures.Libelle(nature)} {occurrence[(occurrence.IndexOf('-', StringComparison.Ordinal) + 1)..]}",
        NatureEcheance.Releve or NatureEcheance.RapportTrimestriel or NatureEcheance.StatistiquesAnnuelles or NatureEcheance.StatistiquesEtat
            => $"{Natures.Libelle(nature)} {occurrence}",
        _ => Natures.Libelle(nature),
    };

    /// <summary>The name of the kind in a hand-written read, without its month.</summary>
    public static string LibelleSql(string alias) =>
        $"case {alias}.nature {string.Concat(Enum.GetValues<NatureEcheance>().Select(n => $"when '{n}' then '{Natures.Libelle(n).Replace("'", "''", StringComparison.Ordinal)}' "))}end";

    public static EcheanceDto ToDto(this Echeance e, LocalDate aujourdhui)
    {
        var late = e.IsLate(aujourdhui);
        return new EcheanceDto(
            e.Id, e.Nature, e.Occurrence, LibelleOf(e.Nature, e.Occurrence), Natures.Clause(e.Nature), e.Etat, late, late && e.Cause is null, e.Responsable,
            e.Evenement, e.EvenementLe, e.DateBrute, e.Limite, e.Cible, e.Explication.Split('\n'), e.TenueLe, e.Raison,
            e.Cause is { } cause ? new MotifDto(cause, e.Commentaire!, e.ExpliqueeLe!.Value) : null,
            [.. e.Decalages.OrderBy(d => d.Rang).Select(d => new DecalageDto(d.De, d.A, d.Motif, d.Le))],
            Natures.IsDocument(e.Nature),
            e.ETag());
    }
}
