using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Avenants;
using NodaTime;

namespace Masp.Application.Mesures.Avenants;

/// <summary>An Avenant (R21).</summary>
/// <param name="EnVigueur">Signed, and its first day has come.</param>
public sealed record AvenantDto(
    Guid Id, Guid MesureId, string MesureNumero, int Numero, ObjetAvenant Objet, string Motif, LocalDate AccordLe, LocalDate ProposeLe, EtatAvenant Etat, LocalDate? PrepareLe,
    LocalDate? SigneLe, LocalDate? EffetLe, bool EnVigueur, LocalDate? RefuseLe, string? MotifRefus, string Version) : IVersionne
{
    internal static AvenantDto Of(Avenant a, LocalDate aujourdhui) => new(
        a.Id, a.MesureId, a.MesureNumero, a.Numero, a.Objet, a.Motif, a.AccordLe, a.ProposeLe, a.Etat, a.PrepareLe, a.SigneLe, a.EffetLe, a.EffetLe <= aujourdhui, a.RefuseLe,
        a.MotifRefus, a.ETag());
}

internal static class LectureAvenant
{
    public static Error Introuvable => Refus.Introuvable("avenant", "Cet avenant n'existe pas, ou ne vous est pas visible.");
}
