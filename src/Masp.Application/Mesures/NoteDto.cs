using Masp.Domain.Mesures;
using NodaTime;

namespace Masp.Application.Mesures;

/// <param name="Organisme">On whose behalf it was written: the département, a titulaire, a service.</param>
/// <param name="Portee">Whether every party reads it, or the body of its author only.</param>
public sealed record NoteDto(Guid Id, LocalDate Le, string Organisme, PorteeNote Portee, string Texte)
{
    public static NoteDto Of(Note note) => new(note.Id, note.Le, note.Organisme, note.Portee, note.Texte);
}
