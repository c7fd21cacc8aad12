using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;

namespace Masp.Application.Facturation;

/// <summary>The SAFPM accepts the detailed statement (R42).</summary>
public sealed record ValidateFacture(Guid Id, uint VersionAttendue) : ICommand<FactureDto>;

internal sealed class ValidateFactureHandler(IMaspDbContext db, Horloge horloge, ActeurCourant acteur) : IRequestHandler<ValidateFacture, Result<FactureDto>>
{
    public async Task<Result<FactureDto>> Handle(ValidateFacture request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Facture>(request.Id, cancellationToken) is not { } facture)
            return LectureFacture.Introuvable;
        if (Refus.CheckVersion(facture.Version, request.VersionAttendue) is { } stale)
            return stale;
        var validated = facture.Validate(acteur.Acteur.UtilisateurId, horloge.Aujourdhui);
        if (!validated.IsSuccess)
            return validated.Error;
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadFactureAsync(facture.Id, cancellationToken);
    }
}
