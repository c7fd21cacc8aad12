using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>The notes of a Mesure that the caller may read, latest first.</summary>
public sealed record ListNotes(Guid MesureId, Pagination Pagination) : IQuery<Liste<NoteDto>>;

internal sealed class ListNotesHandler(IMaspDbContext db) : IRequestHandler<ListNotes, Result<Liste<NoteDto>>>
{
    public async Task<Result<Liste<NoteDto>>> Handle(ListNotes request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var le, out var id))
            return Curseurs.Refuse;
        if (!await db.Mesures.AnyAsync(m => m.Id == request.MesureId, cancellationToken))
            return GetMesureHandler.Introuvable;
        var notes = await db.Notes.AsNoTracking()
            .Where(n => n.MesureId == request.MesureId && (le == null || n.Le < le || (n.Le == le && n.Id < id)))
            .OrderByDescending(n => n.Le).ThenByDescending(n => n.Id).Take(taille + 1).ToListAsync(cancellationToken);
        return Liste<NoteDto>.Cut([.. notes.Select(NoteDto.Of)], taille, n => Curseurs.Of(n.Le, n.Id));
    }
}
