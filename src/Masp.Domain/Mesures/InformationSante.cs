using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>Health information on a Mesure: in a place of its own, with a right of its own, kept only where the Reglement admits it (R62).</summary>
public sealed class InformationSante : AggregateRoot
{
    private InformationSante()
    {
    }

    public InformationSante(string departementCode, Guid mesureId)
    {
        DepartementCode = departementCode;
        MesureId = mesureId;
    }

    public Guid MesureId { get; private set; }

    /// <summary>Empty once it was taken out again.</summary>
    public string Texte { get; private set; } = string.Empty;

    public LocalDate MajLe { get; private set; }

    public Guid UtilisateurId { get; private set; }

    /// <summary>Replaces what is known; an empty text takes it out, and is admitted whatever the Reglement says.</summary>
    /// <param name="texte">What helps to follow the person, and no more.</param>
    /// <param name="utilisateurId">Who writes it.</param>
    /// <param name="parametres">The Reglement of that day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>sante.non-admise</c>.</returns>
    public Result<Done> Replace(string? texte, Guid utilisateurId, Parametres parametres, LocalDate aujourdhui)
    {
        var kept = texte?.Trim() ?? string.Empty;
        if (kept.Length > 0 && !parametres.SanteAdmise)
            return Error.Conflict("sante.non-admise", "Le règlement du département n'admet pas d'information de santé (R62).", "texte");
        Texte = kept;
        UtilisateurId = utilisateurId;
        MajLe = aujourdhui;
        return Done.Value;
    }
}
