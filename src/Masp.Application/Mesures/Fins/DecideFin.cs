using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Fins;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>The SAFPM decides on an end before the term; granted, the Mesure ends in the same act (R22).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="DernierJour">Last served day; the one wished for when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record DecideFin(Guid Id, bool Accordee, LocalDate? Date, LocalDate? DernierJour, string? Motif, uint? VersionAttendue) : ICommand<DemandeDeFinDto>;

internal sealed class DecideFinValidator : AbstractValidator<DecideFin>
{
    public DecideFinValidator() => RuleFor(d => d.Motif).Facultatif(2000);
}

internal sealed class DecideFinHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<DecideFin, Result<DemandeDeFinDto>>
{
    public async Task<Result<DemandeDeFinDto>> Handle(DecideFin request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldWithAsync<DemandeDeFin>(
            request.Id, db.DemandesDeFin.Where(d => d.Id == request.Id).Select(d => d.MesureId), LectureFin.Introuvable, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var (mesure, demande) = held.Value;
        var decided = demande.Decide(
            new DecisionDeFin(request.Accordee, request.Date ?? horloge.Aujourdhui, request.DernierJour ?? demande.DernierJourSouhaite, request.Motif, tenue.Acteur.UtilisateurId),
            mesure, horloge.Aujourdhui);
        if (!decided.IsSuccess)
            return decided.Error;
        await db.SaveChangesAsync(cancellationToken);
        return DemandeDeFinDto.Of(demande);
    }
}
