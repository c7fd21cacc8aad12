using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>The SAFPM decides after the Avis (R9, R10).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record DecideDemande(
    Guid DemandeId,
    SensDecision Sens,
    LocalDate? Date,
    bool? AvecGestion,
    int? DureeMois,
    string? Motif,
    string? Fondement,
    string? MotifDivergence,
    string? MotifIneligibilite,
    uint? VersionAttendue) : ICommand<DemandeDto>;

internal sealed class DecideDemandeValidator : AbstractValidator<DecideDemande>
{
    public DecideDemandeValidator()
    {
        RuleFor(d => d.Motif).Facultatif(2000);
        RuleFor(d => d.Fondement).Facultatif(2000);
        RuleFor(d => d.MotifDivergence).Facultatif(2000);
        RuleFor(d => d.MotifIneligibilite).Facultatif(2000);
    }
}

internal sealed class DecideDemandeHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<DecideDemande, Result<DemandeDto>>
{
    public async Task<Result<DemandeDto>> Handle(DecideDemande request, CancellationToken cancellationToken)
    {
        var demande = await db.LockAsync<Demande>(request.DemandeId, cancellationToken);
        if (demande is null)
            return LectureDemande.Introuvable;
        if (Refus.CheckVersion(demande.Version, request.VersionAttendue) is { } stale)
            return stale;
        var date = request.Date ?? horloge.Aujourdhui;
        var commune = await db.Communes.AsNoTracking().FirstAsync(c => c.CodeInsee == demande.CommuneInsee, cancellationToken);
        var decided = demande.Decide(
            new ProjetDeDecision(
                request.Sens, date, request.AvecGestion, request.DureeMois, request.Motif, request.Fondement, request.MotifDivergence, request.MotifIneligibilite),
            acteur.Acteur.UtilisateurId,
            commune.AffectationOn(date)?.LotCode,
            await db.ChaineOfAsync(demande.BeneficiaireId, cancellationToken),
            await db.ParametresOnAsync(date, cancellationToken),
            horloge.Aujourdhui);
        if (!decided.IsSuccess)
            return Result<DemandeDto>.Refuse(decided.Errors);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadDemandeAsync(acteur, demande.Id, cancellationToken);
    }
}
