using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Acces;

/// <summary>An Administrateur has seen an alert; said twice, the first time counts.</summary>
public sealed record AcknowledgeAlerte(Guid Id) : ICommand<Done>;

internal sealed class AcknowledgeAlerteHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<AcknowledgeAlerte, Result<Done>>
{
    public async Task<Result<Done>> Handle(AcknowledgeAlerte request, CancellationToken cancellationToken)
    {
        var found = await db.ExecuteAsync(
            $"""
            update masp.alertes set acquittee_le = coalesce(acquittee_le, {horloge.Maintenant}), acquittee_par = coalesce(acquittee_par, {acteur.Acteur.UtilisateurId})
            where departement_code = {acteur.Acteur.DepartementCode} and id = {request.Id}
            """,
            cancellationToken);
        return found == 0 ? Refus.Introuvable("alerte", "Cette alerte n'existe pas.") : Done.Value;
    }
}
