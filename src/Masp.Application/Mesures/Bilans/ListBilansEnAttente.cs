using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>The final Bilans that still wait for an opinion, a session or a decision, oldest first (R20).</summary>
/// <param name="Etat">One state only.</param>
public sealed record ListBilansEnAttente(EtatBilan? Etat, string? Lot, Pagination Pagination) : IQuery<Liste<BilanEnAttenteDto>>;

public sealed record BilanEnAttenteDto(
    Guid Id, Guid MesureId, string MesureNumero, string BeneficiaireNom, string BeneficiairePrenom, string Lot, EtatBilan Etat, LocalDate TransmisLe, Suite? Suite, int? DureeMois,
    bool? AvisReferentFavorable, LocalDate Terme);

internal sealed class ListBilansEnAttenteHandler(IMaspDbContext db) : IRequestHandler<ListBilansEnAttente, Result<Liste<BilanEnAttenteDto>>>
{
    public async Task<Result<Liste<BilanEnAttenteDto>>> Handle(ListBilansEnAttente request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var rows = from b in db.Bilans.AsNoTracking()
                   where b.Etat != EtatBilan.Transmis && b.Etat != EtatBilan.Decide && (date == null || b.TransmisLe > date || (b.TransmisLe == date && b.Id > id))
                   where (request.Etat == null || b.Etat == request.Etat) && (request.Lot == null || b.LotCode == request.Lot)
                   join m in db.Mesures on b.MesureId equals m.Id
                   join p in db.Beneficiaires on m.BeneficiaireId equals p.Id
                   orderby b.TransmisLe, b.Id
                   select new BilanEnAttenteDto(
                       b.Id, b.MesureId, b.MesureNumero, p.Nom, p.Prenom, b.LotCode, b.Etat, b.TransmisLe, b.SuiteDemandee, b.DureeDemandee,
                       b.AvisDuReferent == null ? null : b.AvisDuReferent.Favorable, m.FinPrevue);
        return Liste<BilanEnAttenteDto>.Cut(await rows.Take(taille + 1).ToListAsync(cancellationToken), taille, b => Curseurs.Of(b.TransmisLe, b.Id));
    }
}
