using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>The workers of the teams the caller may see, longest there first, page after page.</summary>
/// <param name="TitulaireId">One team only.</param>
/// <param name="Presents">True for those in the team today only.</param>
public sealed record ListIntervenants(Guid? TitulaireId, bool? Presents, Pagination Pagination) : IQuery<Liste<IntervenantResumeDto>>;

/// <param name="Nom">First name, then family name.</param>
/// <param name="Etp">Of today.</param>
public sealed record IntervenantResumeDto(
    Guid Id, string Nom, Guid TitulaireId, Diplome Diplome, bool EstChef, LocalDate Entree, LocalDate? Sortie, decimal Etp, PeriodeDto? Absence);

internal sealed class ListIntervenantsHandler(IMaspDbContext db, Horloge horloge) : IRequestHandler<ListIntervenants, Result<Liste<IntervenantResumeDto>>>
{
    public async Task<Result<Liste<IntervenantResumeDto>>> Handle(ListIntervenants request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var today = horloge.Aujourdhui;
        var rows = db.Intervenants.AsNoTracking();
        if (request.TitulaireId is { } titulaire)
            rows = rows.Where(i => i.TitulaireId == titulaire);
        if (request.Presents == true)
            rows = rows.Where(i => i.Entree <= today && !(i.Sortie < today));
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        if (date is { } jour && id is { } cle)
            rows = rows.Where(i => i.Entree > jour || (i.Entree == jour && i.Id > cle));
        var found = await rows.OrderBy(i => i.Entree).ThenBy(i => i.Id).Take(taille + 1).ToListAsync(cancellationToken);
        var liste = Liste<Intervenant>.Cut(found, taille, i => Curseurs.Of(i.Entree, i.Id));
        return new Liste<IntervenantResumeDto>(
            [
                .. liste.Elements.Select(i => new IntervenantResumeDto(
                    i.Id, LectureIntervenant.NomOf(i), i.TitulaireId, i.Diplome, i.EstChef, i.Entree, i.Sortie, i.EtpOn(today),
                    i.AbsenceOn(today) is { } absence ? new PeriodeDto(absence.Debut, absence.Fin) : null)),
            ],
            liste.Apres);
    }
}
