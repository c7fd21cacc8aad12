using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures.Projets;

/// <summary>The plan of one Mesure, annexed to its contract, in the versions that were sent (R17).</summary>
public sealed class ProjetIntervention : AggregateRoot
{
    /// <summary>Goals of a version, and actions of a goal, at the most.</summary>
    public const int LignesMax = 20;

    private readonly List<VersionDeProjet> _versions = [];

    private ProjetIntervention()
    {
    }

    public ProjetIntervention(string departementCode, Guid mesureId)
    {
        DepartementCode = departementCode;
        MesureId = mesureId;
    }

    public Guid MesureId { get; private set; }

    public IReadOnlyList<VersionDeProjet> Versions => _versions;

    /// <summary>Null before anything was written.</summary>
    public VersionDeProjet? Derniere => _versions.MaxBy(v => v.Numero);

    /// <summary>Writes the version under way; one that was sent stays as it is, and the next one begins.</summary>
    /// <param name="mesure">The one it is about: running.</param>
    /// <param name="etabliLe">From the first Rencontre to today.</param>
    /// <param name="contenu">Goals with their actions.</param>
    /// <param name="resteAVivre">Kept for the person each month; needed with gestion (R17, R30).</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>mesure.terminee</c>, <c>projet.date-invalide</c>, <c>projet.sans-objectif</c>, <c>projet.sans-action</c>,
    /// <c>projet.trop-long</c>, <c>projet.reste-a-vivre-manquant</c> or <c>projet.reste-a-vivre-invalide</c>.</returns>
    public Result<VersionDeProjet> Write(Mesure mesure, LocalDate etabliLe, ContenuProjet contenu, Money? resteAVivre, LocalDate aujourdhui)
    {
        if (mesure.RefuseWhenEnded() is { } ended)
            return ended;
        var precedente = _versions.Where(v => v.EnvoyeLe is not null).MaxBy(v => v.Numero);
        if (etabliLe < (precedente?.EnvoyeLe ?? mesure.PremiereRencontreLe) || etabliLe > aujourdhui)
        {
            return Error.Invalid(
                "projet.date-invalide", "Le projet s'établit entre la première rencontre, ou l'envoi de la version précédente, et aujourd'hui (R17).", "etabliLe");
        }

        if (Check(contenu) is { } refusal)
            return refusal;
        if (resteAVivre is null && mesure.AvecGestion)
            return Error.Conflict("projet.reste-a-vivre-manquant", "Avec gestion, le projet détermine le reste à vivre de la personne (R17, art. 2).", "resteAVivre");
        if (resteAVivre < Money.Zero)
            return Error.Invalid("projet.reste-a-vivre-invalide", "Le reste à vivre n'est pas négatif.", "resteAVivre");

        if (Derniere is { EnvoyeLe: null } draft)
        {
            draft.Replace(etabliLe, contenu, resteAVivre);
            return draft;
        }

        var version = new VersionDeProjet(_versions.Count + 1, etabliLe, contenu, resteAVivre);
        _versions.Add(version);
        return version;
    }

    /// <summary>Sends the version under way to the service that asked and to the SAFPM (R17): from then on it does not change.</summary>
    /// <param name="date">From the day it was established to today.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    /// <returns>Refused with <c>projet.rien-a-envoyer</c> or <c>projet.envoi-invalide</c>.</returns>
    public Result<VersionDeProjet> Send(LocalDate date, LocalDate aujourdhui)
    {
        if (Derniere is not { EnvoyeLe: null } version)
            return Error.Conflict("projet.rien-a-envoyer", "La dernière version de ce projet est déjà envoyée.");
        if (date < version.EtabliLe || date > aujourdhui)
            return Error.Invalid("projet.envoi-invalide", "L'envoi se situe entre le jour où le projet est établi et aujourd'hui.", "date");
        version.Send(date);
        return version;
    }

    private static Error? Check(ContenuProjet contenu)
    {
        if (contenu.Objectifs.Count == 0)
            return Error.Invalid("projet.sans-objectif", "Le projet précise au moins un objectif de l'accompagnement (R17, art. 4).", "objectifs");
        if (contenu.Objectifs.Any(o => o.Actions.Count == 0))
            return Error.Invalid("projet.sans-action", "Chaque objectif énumère au moins une action concrète (R17, art. 4).", "objectifs");
        return contenu.Objectifs.Count > LignesMax || contenu.Objectifs.Any(o => o.Actions.Count > LignesMax)
            ? Error.Invalid("projet.trop-long", $"Un projet compte au plus {LignesMax} objectifs, et un objectif {LignesMax} actions.", "objectifs")
            : null;
    }
}

/// <summary>One version of a plan.</summary>
public sealed class VersionDeProjet
{
    private VersionDeProjet()
    {
    }

    internal VersionDeProjet(int numero, LocalDate etabliLe, ContenuProjet contenu, Money? resteAVivre)
    {
        Numero = numero;
        Replace(etabliLe, contenu, resteAVivre);
    }

    /// <summary>From 1.</summary>
    public int Numero { get; private set; }

    public LocalDate EtabliLe { get; private set; }

    public ContenuProjet Contenu { get; private set; } = null!;

    /// <summary>A month; null without gestion.</summary>
    public Money? ResteAVivre { get; private set; }

    /// <summary>To the service that asked and to the SAFPM; null while it is being written.</summary>
    public LocalDate? EnvoyeLe { get; private set; }

    internal void Replace(LocalDate etabliLe, ContenuProjet contenu, Money? resteAVivre) => (EtabliLe, Contenu, ResteAVivre) = (etabliLe, contenu, resteAVivre);

    internal void Send(LocalDate date) => EnvoyeLe = date;
}
