using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;

namespace Masp.Application.Attributions;

/// <summary>Gives one accepted Demande to a Titulaire, in turn or by choice (R11).</summary>
/// <param name="TitulaireId">A manual choice: then <paramref name="Categorie"/> and <paramref name="Motif"/> are needed.</param>
public sealed record AllocateDemande(Guid DemandeId, Guid? TitulaireId, CategorieChoix? Categorie, string? Motif) : ICommand<AttributionDto>;

internal sealed class AllocateDemandeValidator : AbstractValidator<AllocateDemande>
{
    public AllocateDemandeValidator()
    {
        RuleFor(a => a.Motif).Facultatif(2000);
        When(a => a.TitulaireId is not null, () =>
        {
            RuleFor(a => a.Categorie).NotNull().WithErrorCode("attribution.categorie-manquante").WithMessage("Un choix manuel dit sa catégorie (R11).");
            RuleFor(a => a.Motif).NotEmpty().WithErrorCode("attribution.motif-manquant").WithMessage("Un choix manuel a un motif écrit (R11).");
        });
        RuleFor(a => a.TitulaireId).NotNull().When(a => a.Categorie is not null || !string.IsNullOrEmpty(a.Motif))
            .WithErrorCode("attribution.titulaire-manquant").WithMessage("Une catégorie ou un motif accompagne un choix manuel : dites quel titulaire.");
    }
}

internal sealed class AllocateDemandeHandler(IMaspDbContext db, ServiceDeLot lot, ActeurCourant acteur) : IRequestHandler<AllocateDemande, Result<AttributionDto>>
{
    public async Task<Result<AttributionDto>> Handle(AllocateDemande request, CancellationToken cancellationToken)
    {
        var choix = request.TitulaireId is { } id ? new ChoixManuel(id, request.Categorie!.Value, request.Motif!) : null;
        if (choix is not null && !Droits.May(acteur.Acteur.Role, Acte.AttribuerManuellement))
            return Error.Forbidden("attribution.choix-reserve", "Le choix manuel d'un titulaire est réservé aux personnes habilitées (R11).");
        if (await db.LockAsync<Demande>(request.DemandeId, cancellationToken) is not { } demande)
            return LectureDemande.Introuvable;
        var tour = await lot.LockAsync(demande.LotCode, cancellationToken);
        if (!tour.IsSuccess)
            return tour.Error;
        var served = lot.Serve(tour.Value, demande, choix);
        if (served.IsSuccess)
            await db.SaveChangesAsync(cancellationToken);
        return served;
    }
}
