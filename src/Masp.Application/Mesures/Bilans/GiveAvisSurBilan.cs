using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>The service that asked gives its opinion on a final Bilan (R20, art. 4).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record GiveAvisSurBilan(Guid Id, bool Favorable, string Motif, LocalDate? Date, uint? VersionAttendue) : ICommand<BilanDto>;

internal sealed class GiveAvisSurBilanValidator : AbstractValidator<GiveAvisSurBilan>
{
    public GiveAvisSurBilanValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class GiveAvisSurBilanHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<GiveAvisSurBilan, Result<BilanDto>>
{
    public async Task<Result<BilanDto>> Handle(GiveAvisSurBilan request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<Bilan>(
            request.Id, db.Bilans.Where(b => b.Id == request.Id).Select(b => b.MesureId), LectureBilan.Introuvable, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var bilan = held.Value.Ecrit;
        var given = bilan.GiveAvis(request.Favorable, request.Motif, request.Date ?? horloge.Aujourdhui, tenue.Acteur.UtilisateurId, horloge.Aujourdhui);
        if (!given.IsSuccess)
            return given.Error;
        await db.SaveChangesAsync(cancellationToken);
        return BilanDto.Of(bilan);
    }
}
