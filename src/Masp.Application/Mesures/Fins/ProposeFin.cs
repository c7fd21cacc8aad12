using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Fins;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>Asks for an end before the term (R22). What a Titulaire asks in its own name goes to the service that asked for the measure first.</summary>
/// <param name="DernierJour">Wished for.</param>
/// <param name="Date">On which it is proposed; today when not told.</param>
public sealed record ProposeFin(Guid MesureId, InitiateurFin Initiateur, MotifFin Motif, LocalDate DernierJour, string Explication, LocalDate? Date) : ICommand<DemandeDeFinDto>;

internal sealed class ProposeFinValidator : AbstractValidator<ProposeFin>
{
    public ProposeFinValidator() => RuleFor(f => f.Explication).Obligatoire(4000);
}

internal sealed class ProposeFinHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge, Identifiants identifiants) : IRequestHandler<ProposeFin, Result<DemandeDeFinDto>>
{
    public async Task<Result<DemandeDeFinDto>> Handle(ProposeFin request, CancellationToken cancellationToken)
    {
        if (request.Initiateur == InitiateurFin.Departement && tenue.Acteur is { IsSafpm: false })
            return Error.Forbidden("fin.initiative-du-departement", "Seul le SAFPM propose une fin à l'initiative du département (R22).");
        var held = await tenue.HoldAsync(request.MesureId, null, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var proposed = DemandeDeFin.Propose(
            new FinDemandee(identifiants.Next(), request.Initiateur, request.Motif, request.DernierJour, request.Explication, tenue.Acteur.UtilisateurId),
            held.Value, await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken), request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui);
        if (!proposed.IsSuccess)
            return proposed.Error;
        if (await db.DemandesDeFin.AnyAsync(
                d => d.MesureId == request.MesureId && (d.Etat == EtatDemandeDeFin.AvisReferentAttendu || d.Etat == EtatDemandeDeFin.ADecider), cancellationToken))
            return LectureFin.DejaDemandee;
        db.DemandesDeFin.Add(proposed.Value);
        await db.SaveChangesAsync(cancellationToken);
        return DemandeDeFinDto.Of(proposed.Value);
    }
}
