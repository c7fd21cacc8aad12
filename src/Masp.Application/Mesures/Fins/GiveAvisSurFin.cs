using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Fins;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>The service that asked for the measure finds an end founded, or not (R22, art. 4).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record GiveAvisSurFin(Guid Id, bool Fondee, string Motif, LocalDate? Date, uint? VersionAttendue) : ICommand<DemandeDeFinDto>;

internal sealed class GiveAvisSurFinValidator : AbstractValidator<GiveAvisSurFin>
{
    public GiveAvisSurFinValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class GiveAvisSurFinHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<GiveAvisSurFin, Result<DemandeDeFinDto>>
{
    public async Task<Result<DemandeDeFinDto>> Handle(GiveAvisSurFin request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<DemandeDeFin>(
            request.Id, db.DemandesDeFin.Where(d => d.Id == request.Id).Select(d => d.MesureId), LectureFin.Introuvable, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var given = held.Value.Ecrit.GiveAvis(request.Fondee, request.Motif, request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui);
        if (!given.IsSuccess)
            return given.Error;
        await db.SaveChangesAsync(cancellationToken);
        return DemandeDeFinDto.Of(held.Value.Ecrit);
    }
}
