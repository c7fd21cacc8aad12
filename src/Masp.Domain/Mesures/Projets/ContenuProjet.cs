using NodaTime;

namespace Masp.Domain.Mesures.Projets;

/// <summary>The four aspects of a measure (art. 2): each lasts as long as the situation of the person asks.</summary>
public enum AspectDeLaMesure
{
    Elaboration,
    Securisation,
    Apprentissage,
    Bilan,
}

/// <summary>Who carries an action out.</summary>
public enum QuiAgitPourLAction
{
    Personne,
    Titulaire,
    ServiceReferent,
    Partenaire,
}

/// <summary>How far an action is.</summary>
public enum EtatAction
{
    AFaire,
    EnCours,
    Realisee,
    Abandonnee,
}

/// <summary>What a ProjetIntervention says (R17): what was found, and the goals with their concrete actions.</summary>
/// <param name="Evaluation">Social and financial situation, as completed with the person; no health information (R62).</param>
/// <param name="Objectifs">1 to 20.</param>
public sealed record ContenuProjet(string Evaluation, IReadOnlyList<Objectif> Objectifs);

/// <param name="Actions">1 to 20.</param>
public sealed record Objectif(AspectDeLaMesure Aspect, string Libelle, IReadOnlyList<ActionPrevue> Actions);

/// <param name="Precision">Whom exactly: a bank, a landlord; null when <paramref name="Qui"/> says it all.</param>
/// <param name="Quand">By when; null for as long as the measure lasts.</param>
public sealed record ActionPrevue(string Libelle, QuiAgitPourLAction Qui, string? Precision = null, LocalDate? Quand = null, EtatAction Etat = EtatAction.AFaire);
