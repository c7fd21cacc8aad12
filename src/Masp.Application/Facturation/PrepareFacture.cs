using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Facturation;

/// <summary>Prepares the Facture of one Titulaire, Lot and quarter, to be validated by the SAFPM (R40, R42).</summary>
/// <param name="Trimestre"><c>2022-T1</c>, already over.</param>
public sealed record PrepareFacture(Guid TitulaireId, string Lot, string Trimestre) : ICommand<FactureDto>;

internal sealed class PrepareFactureValidator : AbstractValidator<PrepareFacture>
{
    public PrepareFactureValidator() => RuleFor(f => f.Lot).Obligatoire(8);
}

internal sealed class PrepareFactureHandler(IMaspDbContext db, CalculFacture calcul, Horloge horloge, ActeurCourant acteur, Identifiants identifiants)
    : IRequestHandler<PrepareFacture, Result<FactureDto>>
{
    public async Task<Result<FactureDto>> Handle(PrepareFacture request, CancellationToken cancellationToken)
    {
        var trimestre = Trimestre.Parse(request.Trimestre, "trimestre");
        if (!trimestre.IsSuccess)
            return trimestre.Error;
        var titulaire = await TitulaireDeFacture.FindAsync(db, acteur, request.TitulaireId, request.Lot, cancellationToken);
        if (!titulaire.IsSuccess)
            return titulaire.Error;
        if (await db.FactureExistsAsync(request.TitulaireId, request.Lot, trimestre.Value, cancellationToken))
            return LectureFacture.DejaPreparee;
        var details = await calcul.ComputeAsync(trimestre.Value, request.TitulaireId, request.Lot, cancellationToken);
        if (!details.IsSuccess)
            return details.Error;
        var facture = Facture.Prepare(
            identifiants.Next(), acteur.Acteur.DepartementCode, request.TitulaireId, request.Lot, trimestre.Value, details.Value, horloge.Aujourdhui);
        if (!facture.IsSuccess)
            return facture.Error;
        await ReleaseTakenBackAsync(details.Value, cancellationToken);
        db.Factures.Add(facture.Value);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadFactureAsync(facture.Value.Id, cancellationToken);
    }

    /// <summary>A mois-mesure taken back is no longer held by the Facture that had it; written first, so that this one may hold it again.</summary>
    private async Task ReleaseTakenBackAsync(IReadOnlyList<DetailAFacturer> details, CancellationToken cancellationToken)
    {
        var taken = details.Where(d => d.Quantite < 0).ToList();
        foreach (var detail in taken)
        {
            var holder = await db.Factures.FirstAsync(
                f => f.Details.Any(d => d.ContratId == detail.ContratId && d.MoisNumero == detail.MoisNumero && d.Retenue), cancellationToken);
            holder.Release(detail.ContratId!.Value, detail.MoisNumero!.Value);
        }

        if (taken.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
    }
}
