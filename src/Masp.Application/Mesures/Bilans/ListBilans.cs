using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>The Bilans of a Mesure: those sent, and those its contracts owe (R19, R20).</summary>
public sealed record ListBilans(Guid MesureId) : IQuery<BilansDto>;

/// <param name="Dus">In order; each with the one that was sent for it.</param>
/// <param name="Bilans">Latest first.</param>
public sealed record BilansDto(IReadOnlyList<BilanDuDto> Dus, IReadOnlyList<BilanDto> Bilans);

/// <param name="Rang">Of the contract.</param>
/// <param name="Mois">Of an etape; null for the final one.</param>
public sealed record BilanDuDto(int Rang, NatureBilan Nature, int? Mois, LocalDate Date, Guid? BilanId);

internal sealed class ListBilansHandler(IMaspDbContext db) : IRequestHandler<ListBilans, Result<BilansDto>>
{
    public async Task<Result<BilansDto>> Handle(ListBilans request, CancellationToken cancellationToken)
    {
        if (await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        var bilans = await db.Bilans.AsNoTracking().Where(b => b.MesureId == mesure.Id).OrderByDescending(b => b.TransmisLe).ThenByDescending(b => b.Id)
            .Take(Pagination.TailleMax).ToListAsync(cancellationToken);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var dus = new List<BilanDuDto>();
        foreach (var contrat in mesure.Contrats.OrderBy(c => c.Rang))
        {
            var parametres = reglements.On(contrat.Debut);
            dus.AddRange(CalendrierDesBilans.Etapes(contrat.Debut, contrat.FinPrevue, parametres)
                .Where(e => !(e.Date > contrat.FinReelle))
                .Select(e => new BilanDuDto(contrat.Rang, NatureBilan.Etape, e.Mois, e.Date, Sent(contrat.Id, e.Mois))));
            dus.Add(new BilanDuDto(contrat.Rang, NatureBilan.Final, null, CalendrierDesBilans.Final(contrat.FinPrevue, parametres), Sent(contrat.Id, null)));
        }

        return new BilansDto(dus, [.. bilans.Select(BilanDto.Of)]);

        Guid? Sent(Guid contratId, int? mois) => bilans.Find(b => b.ContratId == contratId && b.Mois == mois)?.Id;
    }
}
