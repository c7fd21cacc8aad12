using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures;

public enum PorteeNote
{
    /// <summary>Read by every party of the file, the person among them.</summary>
    Partagee,

    /// <summary>Read by the body of its author only.</summary>
    Propre,
}

/// <summary>A note on a Mesure: written once, never changed (R61).</summary>
public sealed class Note : AggregateRoot
{
    private Note()
    {
    }

    private Note(Guid id, Guid mesureId, LocalDate le, Acteur auteur, string auteurNom, PorteeNote portee, string texte)
    {
        Id = id;
        DepartementCode = auteur.DepartementCode;
        MesureId = mesureId;
        Le = le;
        UtilisateurId = auteur.UtilisateurId;
        TitulaireId = auteur.TitulaireId;
        ServiceReferentId = auteur.ServiceReferentId;
        Organisme = auteurNom;
        Portee = portee;
        Texte = texte;
    }

    public Guid Id { get; private set; }

    public Guid MesureId { get; private set; }

    /// <summary>The day it was written, Europe/Paris.</summary>
    public LocalDate Le { get; private set; }

    public Guid UtilisateurId { get; private set; }

    /// <summary>Set when its author works for a Titulaire.</summary>
    public Guid? TitulaireId { get; private set; }

    /// <summary>Set when its author works for a ServiceReferent; the département's own when neither is.</summary>
    public Guid? ServiceReferentId { get; private set; }

    /// <summary>The name of that body on the day, as it stays written.</summary>
    public string Organisme { get; private set; } = string.Empty;

    public PorteeNote Portee { get; private set; }

    public string Texte { get; private set; } = string.Empty;

    /// <param name="id">Of the new note.</param>
    /// <param name="mesureId">Which the author may see: asked before.</param>
    /// <param name="le">Europe/Paris.</param>
    /// <param name="auteur">Whose body reads it when it is not shared.</param>
    /// <param name="organisme">Name of that body.</param>
    /// <param name="portee">Who reads it.</param>
    /// <param name="texte">Not empty.</param>
    /// <returns>Refused with <c>note.vide</c>.</returns>
    public static Result<Note> Write(Guid id, Guid mesureId, LocalDate le, Acteur auteur, string organisme, PorteeNote portee, string texte) =>
        string.IsNullOrWhiteSpace(texte)
            ? Error.Invalid("note.vide", "Une note dit quelque chose.", "texte")
            : new Note(id, mesureId, le, auteur, organisme, portee, texte.Trim());
}
