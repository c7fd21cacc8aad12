using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>A note on a Mesure, shared with every party or kept by the body of its author (R61).</summary>
public sealed record WriteNote(Guid MesureId, PorteeNote Portee, string Texte) : ICommand<NoteDto>;

internal sealed class WriteNoteValidator : AbstractValidator<WriteNote>
{
    public WriteNoteValidator() => RuleFor(n => n.Texte).Obligatoire(4000);
}

internal sealed class WriteNoteHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge, Identifiants identifiants) : IRequestHandler<WriteNote, Result<NoteDto>>
{
    public async Task<Result<NoteDto>> Handle(WriteNote request, CancellationToken cancellationToken)
    {
        var mesure = await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken);
        if (mesure is null)
            return GetMesureHandler.Introuvable;
        if (LectureCedee.RefuseWriting(acteur.Acteur, mesure, horloge.Aujourdhui) is { } ceded)
            return ceded;
        if (!Droits.May(acteur.Acteur, Acte.EcrireNote, mesure.ToCible(acteur.Acteur), horloge.Aujourdhui).Admis)
            return GetMesureHandler.Introuvable;
        var note = Note.Write(
            identifiants.Next(), mesure.Id, horloge.Aujourdhui, acteur.Acteur, await NameAsync(acteur.Acteur, cancellationToken), request.Portee, request.Texte);
        if (!note.IsSuccess)
            return note.Error;
        db.Notes.Add(note.Value);
        await db.SaveChangesAsync(cancellationToken);
        return NoteDto.Of(note.Value);
    }

    private async Task<string> NameAsync(Acteur auteur, CancellationToken cancellationToken) => auteur switch
    {
        { TitulaireId: { } titulaire } => await db.Titulaires.Where(t => t.Id == titulaire).Select(t => t.Nom).FirstAsync(cancellationToken),
        { ServiceReferentId: { } service } => await db.ServicesReferents.Where(s => s.Id == service).Select(s => s.Nom).FirstAsync(cancellationToken),
        _ => await db.Departements.Select(d => d.Nom).FirstAsync(cancellationToken),
    };
}
