using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>What a hand-over of a caseload or of a Lot would do; nothing is written (R24).</summary>
public sealed record PreviewRelais(Guid CedantId, string Lot, Guid RepreneurId, LocalDate Date, Guid? IntervenantId = null) : IQuery<ApercuRelaisDto>;

/// <param name="Mesures">Each with its day and why.</param>
/// <param name="Restent">Those that end at their Titulaire before a month could pass.</param>
/// <param name="Refus">Why nothing can pass; null when it can.</param>
public sealed record ApercuRelaisDto(IReadOnlyList<MesureRelayeeDto> Mesures, IReadOnlyList<MesureQuiResteDto> Restent, string? Refus);

public sealed record MesureQuiResteDto(Guid MesureId, string Numero, LocalDate FinPrevue, string Raison);

internal sealed class PreviewRelaisHandler(ServiceDeRelais service) : IRequestHandler<PreviewRelais, Result<ApercuRelaisDto>>
{
    public async Task<Result<ApercuRelaisDto>> Handle(PreviewRelais request, CancellationToken cancellationToken)
    {
        var mesures = await service.MesuresOfAsync(request.CedantId, request.Lot, request.IntervenantId, hold: false, cancellationToken);
        var demande = DemandeDeRelais.Of(request.CedantId, request.Lot, request.RepreneurId, request.Date, string.Empty, request.IntervenantId);
        var calcule = await service.HandOverAsync(demande, mesures, cancellationToken);
        return calcule.IsSuccess
            ? new ApercuRelaisDto(
                [.. calcule.Value.Relais.Mesures.OrderBy(m => m.Date).ThenBy(m => m.Numero, StringComparer.Ordinal).Select(m => LectureRelais.ToDto(m, request.Date))],
                [.. calcule.Value.Restent.Select(r => new MesureQuiResteDto(r.Mesure.Id, r.Mesure.Numero, r.Mesure.FinPrevue, r.Raison.Message))],
                null)
            : new ApercuRelaisDto([], [], calcule.Error.Message);
    }
}
