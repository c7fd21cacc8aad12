using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>A session with its agenda and what was said of each item.</summary>
public sealed record CommissionDto(Guid Id, LocalDate Date, IReadOnlyList<PointDto> Points, string Version) : IVersionne;

/// <param name="Avis">Of this session; null while it has not spoken.</param>
public sealed record PointDto(int Ordre, DemandeDuPointDto Demande, AvisDto? Avis);

public sealed record DemandeDuPointDto(
    Guid Id,
    string Numero,
    EtatDemande Etat,
    LocalDate DeposeeLe,
    string BeneficiaireNom,
    string BeneficiairePrenom,
    string Commune,
    string Lot,
    string ServiceReferent,
    bool Eligible,
    bool? GestionSouhaitee,
    int? DureeSouhaitee,
    string? Motif,
    DecisionDto? Decision);

internal static class LectureCommission
{
    public static Error Introuvable => Refus.Introuvable("commission", "Cette séance n'existe pas, ou ne vous est pas visible.");

    /// <returns>Refused with <c>commission.introuvable</c>.</returns>
    public static async Task<Result<CommissionDto>> ReadCommissionAsync(this IMaspDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (commission is null)
            return Introuvable;
        var ids = commission.Points.Select(p => p.DemandeId).ToList();
        var demandes = await db.Demandes.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
        var people = await db.Beneficiaires.AsNoTracking()
            .Where(b => db.Demandes.Any(d => ids.Contains(d.Id) && d.BeneficiaireId == b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
        var communes = await db.Communes.AsNoTracking()
            .Where(c => db.Demandes.Any(d => ids.Contains(d.Id) && d.CommuneInsee == c.CodeInsee)).ToDictionaryAsync(c => c.CodeInsee, c => c.Nom, cancellationToken);
        var services = await db.ServicesReferents.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Nom, cancellationToken);
        return new CommissionDto(
            commission.Id,
            commission.Date,
            [.. commission.Points.OrderBy(p => p.Ordre).Select(p => Point(p, demandes[p.DemandeId]))],
            commission.ETag());

        PointDto Point(PointOrdreDuJour point, Demande d) => new(
            point.Ordre,
            new DemandeDuPointDto(
                d.Id, d.Numero, d.Etat, d.DeposeeLe, people[d.BeneficiaireId].Nom, people[d.BeneficiaireId].Prenom, communes[d.CommuneInsee], d.LotCode,
                services[d.ServiceReferentId], d.Eligibilite.AllYes, d.GestionSouhaitee, d.DureeSouhaitee, d.Motif,
                DecisionDto.Of(d.Decision)),
            d.Avis.Where(a => a.CommissionId == id).Select(AvisDto.Of).FirstOrDefault());
    }
}
