using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>The SAFPM decides on a final Bilan after the Avis: an end at the term, or a renewal (R4, R20).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record DecideBilan(
    Guid Id,
    Suite Suite,
    LocalDate? Date,
    int? DureeMois,
    bool? AvecGestion,
    MotifFin? MotifFin,
    string? Motif,
    string? MotifDivergence,
    string? MotifExceptionnel,
    uint? VersionAttendue) : ICommand<BilanDto>;

internal sealed class DecideBilanValidator : AbstractValidator<DecideBilan>
{
    public DecideBilanValidator()
    {
        RuleFor(d => d.Motif).Facultatif(2000);
        RuleFor(d => d.MotifDivergence).Facultatif(2000);
        RuleFor(d => d.MotifExceptionnel).Facultatif(2000);
    }
}

internal sealed class DecideBilanHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<DecideBilan, Result<BilanDto>>
{
    public async Task<Result<BilanDto>> Handle(DecideBilan request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<Bilan>(
            request.Id, db.Bilans.Where(b => b.Id == request.Id).Select(b => b.MesureId), LectureBilan.Introuvable, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var (mesure, bilan) = held.Value;
        var date = request.Date ?? horloge.Aujourdhui;
        var decision = new DecisionSurBilan(
            request.Suite, date, tenue.Acteur.UtilisateurId, request.DureeMois, request.AvecGestion, request.MotifFin, request.Motif, request.MotifDivergence, request.MotifExceptionnel);
        var decided = bilan.Decide(
            decision, mesure, await tenue.AnterieursOfAsync(mesure, cancellationToken), await db.ParametresOnAsync(date, cancellationToken), horloge.Aujourdhui);
        if (!decided.IsSuccess)
            return Result<BilanDto>.Refuse(decided.Errors);
        await db.SaveChangesAsync(cancellationToken);
        return BilanDto.Of(bilan);
    }
}
