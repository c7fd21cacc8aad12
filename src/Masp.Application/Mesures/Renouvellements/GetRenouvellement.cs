using Masp.Application.Commun;
using Masp.Application.Mesures.Bilans;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Renouvellements;

/// <summary>Where the renewal of a Mesure stands (R2 to R4).</summary>
public sealed record GetRenouvellement(Guid MesureId) : IQuery<RenouvellementDto>;

/// <param name="Refus">Why it cannot be signed now; null when it can.</param>
/// <param name="Debut">Of the next contract: the day after the term.</param>
/// <param name="MoisContractualises">Over every contract of the person, begun months counted whole (R3).</param>
/// <param name="MoisRestants">What the bound of R3 leaves.</param>
/// <param name="Renouvellements">Made already.</param>
/// <param name="TitulaireGarde">False when another one must be chosen (R44).</param>
public sealed record RenouvellementDto(
    string? Refus, LocalDate Debut, int MoisContractualises, int MoisRestants, int Renouvellements, bool TitulaireGarde, DecisionDeBilanDto? Decision);

internal sealed class GetRenouvellementHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<GetRenouvellement, Result<RenouvellementDto>>
{
    public async Task<Result<RenouvellementDto>> Handle(GetRenouvellement request, CancellationToken cancellationToken)
    {
        if (await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        var final = await tenue.FinalOfAsync(mesure, cancellationToken);
        var parametres = await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken);
        var mois = (await tenue.AnterieursOfAsync(mesure, cancellationToken)).Plus(mesure.Chaine).MoisEntames;
        var debut = mesure.DernierContrat.FinPrevue.PlusDays(1);
        var titulaire = await db.Titulaires.AsNoTracking().FirstAsync(t => t.Id == mesure.TitulaireId, cancellationToken);
        return new RenouvellementDto(
            mesure.RefuseRenewalAfter(final)?.Message, debut, mois, Math.Max(0, parametres.DureeTotaleMaxMois - mois), mesure.Contrats.Count - 1,
            titulaire.ConventionOn(mesure.LotCode, debut) is not null, final is null ? null : BilanDto.Of(final).Decision);
    }
}
