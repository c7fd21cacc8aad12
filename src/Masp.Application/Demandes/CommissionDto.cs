using Masp.Application.Commun;
using Masp.Application.Mesures.Bilans;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Bilans;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Demandes;

/// <summary>A session with its agenda and what was said of each item.</summary>
/// <param name="Bilans">Final Bilans of the agenda (R20).</param>
public sealed record CommissionDto(Guid Id, LocalDate Date, IReadOnlyList<PointDto> Points, IReadOnlyList<PointDeBilanDto> Bilans, string Version) : IVersionne;

/// <param name="Avis">Of this session; null while it has not spoken.</param>
public sealed record PointDeBilanDto(int Ordre, BilanDuPointDto Bilan, AvisDeSeance? Avis);

/// <param name="MoisContractualises">Of the measure, begun months counted whole (R3).</param>
public sealed record BilanDuPointDto(
    Guid Id, Guid MesureId, string MesureNumero, EtatBilan Etat, LocalDate TransmisLe, string BeneficiaireNom, string BeneficiairePrenom, string Lot, LocalDate Terme, Suite? Suite,
    int? DureeMois, bool? AvecGestion, AvisDuReferentDto? AvisDuReferent, int MoisContractualises, DecisionDeBilanDto? Decision);

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
            await db.BilansOfAsync(commission, cancellationToken),
            commission.ETag());

        PointDto Point(PointOrdreDuJour point, Demande d) => new(
            point.Ordre,
            new DemandeDuPointDto(
                d.Id, d.Numero, d.Etat, d.DeposeeLe, people[d.BeneficiaireId].Nom, people[d.BeneficiaireId].Prenom, communes[d.CommuneInsee], d.LotCode,
                services[d.ServiceReferentId], d.Eligibilite.AllYes, d.GestionSouhaitee, d.DureeSouhaitee, d.Motif,
                DecisionDto.Of(d.Decision)),
            d.Avis.Where(a => a.CommissionId == id).Select(AvisDto.Of).FirstOrDefault());
    }

    private static async Task<IReadOnlyList<PointDeBilanDto>> BilansOfAsync(this IMaspDbContext db, Commission commission, CancellationToken cancellationToken)
    {
        var order = commission.Bilans.ToDictionary(p => p.BilanId, p => p.Ordre);
        if (order.Count == 0)
            return [];
        var bilans = await db.Bilans.AsNoTracking().Where(b => order.Keys.Contains(b.Id)).ToListAsync(cancellationToken);
        var mesureIds = bilans.ConvertAll(b => b.MesureId);
        var mesures = await db.Mesures.AsNoTracking().Where(m => mesureIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var people = await db.Beneficiaires.AsNoTracking()
            .Where(p => db.Mesures.Any(m => mesureIds.Contains(m.Id) && m.BeneficiaireId == p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return [.. bilans.OrderBy(b => order[b.Id]).Select(Point)];

        PointDeBilanDto Point(Bilan bilan)
        {
            var (dto, mesure) = (BilanDto.Of(bilan), mesures[bilan.MesureId]);
            var person = people[mesure.BeneficiaireId];
            return new PointDeBilanDto(
                order[bilan.Id],
                new BilanDuPointDto(
                    bilan.Id, mesure.Id, mesure.Numero, bilan.Etat, bilan.TransmisLe, person.Nom, person.Prenom, mesure.LotCode, mesure.FinPrevue, dto.Suite, dto.DureeMois,
                    dto.AvecGestion, dto.AvisDuReferent, mesure.Chaine.MoisEntames, dto.Decision),
                bilan.Avis.FirstOrDefault(a => a.CommissionId == commission.Id));
        }
    }
}
