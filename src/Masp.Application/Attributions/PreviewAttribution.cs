using Masp.Application.Commun;
using Masp.Application.Demandes;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>Who would be served now, and why (R11): nothing is changed, and an act in between may change the answer.</summary>
public sealed record PreviewAttribution(Guid DemandeId) : IQuery<ApercusDto>;

/// <summary>The same for a whole session, each turn after the one before.</summary>
public sealed record PreviewSession(Guid CommissionId) : IQuery<ApercusDto>;

public sealed record ApercusDto(IReadOnlyList<ApercuDto> Apercus);

/// <param name="Refus">Why it cannot be allotted; null when it can.</param>
public sealed record ApercuDto(Guid DemandeId, string DemandeNumero, string Lot, TitulaireRefDto? Titulaire, string? Explication, string? Refus);

internal sealed class PreviewHandler(IMaspDbContext db, ServiceDeLot service, Horloge horloge)
    : IRequestHandler<PreviewAttribution, Result<ApercusDto>>, IRequestHandler<PreviewSession, Result<ApercusDto>>
{
    public async Task<Result<ApercusDto>> Handle(PreviewAttribution request, CancellationToken cancellationToken)
    {
        var demande = await db.Demandes.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DemandeId, cancellationToken);
        return demande is null ? LectureDemande.Introuvable : await PreviewAsync([demande], cancellationToken);
    }

    public async Task<Result<ApercusDto>> Handle(PreviewSession request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        if (commission is null)
            return LectureCommission.Introuvable;
        var order = commission.Points.ToDictionary(p => p.DemandeId, p => p.Ordre);
        var demandes = await db.Demandes.AsNoTracking()
            .Where(d => order.Keys.Contains(d.Id) && d.Etat == EtatDemande.Acceptee).ToListAsync(cancellationToken);
        return await PreviewAsync([.. demandes.OrderBy(d => d.LotCode, StringComparer.Ordinal).ThenBy(d => order[d.Id])], cancellationToken);
    }

    private async Task<Result<ApercusDto>> PreviewAsync(IReadOnlyList<Demande> demandes, CancellationToken cancellationToken)
    {
        LocalDate today = horloge.Aujourdhui;
        var apercus = new List<ApercuDto>();
        foreach (var lot in demandes.GroupBy(d => d.LotCode))
        {
            var tour = await db.ToursDeRole.AsNoTracking().FirstOrDefaultAsync(t => t.LotCode == lot.Key, cancellationToken);
            tour?.Seat(await service.SiegesAsync(lot.Key, cancellationToken), today);
            apercus.AddRange(lot.Select(demande => Preview(tour, demande, today)));
        }

        return new ApercusDto(apercus);
    }

    private static ApercuDto Preview(TourDeRole? tour, Demande demande, LocalDate today)
    {
        var allowed = demande.Allocate();
        if (!allowed.IsSuccess)
            return new ApercuDto(demande.Id, demande.Numero, demande.LotCode, null, null, allowed.Error.Message);
        var served = tour is null ? Error.Conflict("attribution.aucun-titulaire", "Aucun tour de rôle n'est ouvert sur ce lot.") : tour.Allocate(today);
        return served.IsSuccess
            ? new ApercuDto(
                demande.Id, demande.Numero, demande.LotCode,
                new TitulaireRefDto(served.Value.TitulaireId, tour!.Places.First(p => p.ConventionId == served.Value.ConventionId).TitulaireNom),
                served.Value.Explication, null)
            : new ApercuDto(demande.Id, demande.Numero, demande.LotCode, null, null, served.Error.Message);
    }
}
