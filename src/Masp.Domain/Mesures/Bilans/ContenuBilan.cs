using Masp.Domain.Mesures.Projets;
using NodaTime;

namespace Masp.Domain.Mesures.Bilans;

public enum NatureBilan
{
    Etape,
    Final,
}

/// <summary>Where a Bilan stands. One d'etape has arrived once it is sent.</summary>
public enum EtatBilan
{
    Transmis,

    /// <summary>Final: the service that asked has not given its opinion (art. 4).</summary>
    AvisReferentAttendu,

    /// <summary>Waits for a session of the Commission.</summary>
    AInscrire,

    /// <summary>On the agenda of a session that has not given its Avis.</summary>
    Inscrit,

    /// <summary>Comes back at the next session (R8).</summary>
    Ajourne,

    /// <summary>The SAFPM may decide.</summary>
    AvisRendu,
    Decide,
}

/// <summary>What a final Bilan asks for, and what the SAFPM decides (R20).</summary>
public enum Suite
{
    Fin,
    Renouvellement,
}

public enum Avancement
{
    Atteint,
    EnPartie,
    NonAtteint,
    Abandonne,
}

/// <summary>What a Bilan says of the person (R19, R20); no health information (R62).</summary>
/// <param name="Situation">Of the person, and what has changed.</param>
/// <param name="Objectifs">Those of the plan, and how far each is.</param>
/// <param name="Perspectives">What comes next.</param>
public sealed record ContenuBilan(string Situation, IReadOnlyList<ObjectifEvalue> Objectifs, string? Perspectives);

public sealed record ObjectifEvalue(AspectDeLaMesure Aspect, string Libelle, Avancement Avancement, string? Commentaire = null);

/// <summary>What a titulaire sends.</summary>
/// <param name="Mois">Of an etape: which one it is; null for the final one.</param>
/// <param name="EtabliLe">The contract is the one of that day.</param>
/// <param name="Articulation">With the other measures of the person: compulsory (R19, art. 5).</param>
/// <param name="Suite">Asked for by a final one.</param>
/// <param name="DureeMois">Of the renewal asked for.</param>
public sealed record BilanEtabli(
    Guid Id, NatureBilan Nature, int? Mois, LocalDate EtabliLe, ContenuBilan Contenu, string Articulation, int? Rencontres, Suite? Suite, int? DureeMois, bool? AvecGestion,
    Guid UtilisateurId);
