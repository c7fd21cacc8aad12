using Masp.Domain.Demandes;
using NodaTime;

namespace Masp.Domain.Beneficiaires;

public enum Civilite
{
    Madame,
    Monsieur,
}

/// <summary>Who the person is, as recorded.</summary>
public sealed record Identite(string Nom, string Prenom, LocalDate DateNaissance, Civilite? Civilite)
{
    public static Identite Of(Beneficiaire personne) => new(personne.Nom, personne.Prenom, personne.DateNaissance, personne.Civilite);
}

/// <summary>What is to be corrected; null leaves it as it is.</summary>
public sealed record IdentiteRectifiee(string? Nom, string? Prenom, LocalDate? DateNaissance, Civilite? Civilite);

/// <summary>A correction of who the person is (R63): what was, what is.</summary>
public sealed record Rectification(Identite Avant, Identite Apres)
{
    /// <summary>The fields that changed, in words, for a timeline: never what they said.</summary>
    public string Champs => string.Join(", ", new[]
    {
        Avant.Nom != Apres.Nom ? "nom" : null,
        Avant.Prenom != Apres.Prenom ? "prénom" : null,
        Avant.DateNaissance != Apres.DateNaissance ? "date de naissance" : null,
        Avant.Civilite != Apres.Civilite ? "civilité" : null,
    }.OfType<string>());
}
