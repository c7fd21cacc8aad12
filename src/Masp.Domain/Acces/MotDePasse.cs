using System.Globalization;
using System.Text;
using Masp.Domain.Commun;

namespace Masp.Domain.Acces;

/// <summary>
/// What a password must be: CNIL, recommendation 2022-100 of 21 July 2022, without a further measure but the locking of the account: 80 bits to
/// guess. Three shapes reach it: 12 signs of four kinds, 14 of three (upper, lower, digits), or a sentence of 7 words.
/// </summary>
public static class MotDePasse
{
    public const int LongueurMax = 200;

    private const int QuatreSortes = 12;
    private const int TroisSortes = 14;
    private const int Mots = 7;

    /// <summary>Letters of a name shorter than these are found in any password.</summary>
    private const int PartieDeNom = 4;

    // What is left of a common password once its words are taken out: fewer letters than these add nothing.
    private const int LettresPropres = 4;

    private const string DeChiffres = "01345789@$!€";
    private const string EnLettres = "oieastbgasie";

    // Longest first: a word inside another would leave a rest that looks like somebody's own.
    private static readonly string[] Courants =
    [
        "administrateur", "administrator", "departement", "motdepasse", "azertyuiop", "qwertyuiop", "qsdfghjklm", "bonjour", "bienvenue", "marseille", "montpellier",
        "password", "passwort", "changeme", "changezmoi", "welcome", "iloveyou", "jetaime", "doudou", "soleil", "superman", "football", "princesse", "princess", "chocolat",
        "azerty", "qwerty", "dragon", "monkey", "letmein", "secret", "provisoire", "temporaire", "utilisateur", "herault", "printemps", "automne", "hiver", "masp", "admin", "abcdefghijkl", "abcdef", "abcd",
        "loulou", "nicolas", "camille", "thomas", "juillet", "janvier", "septembre", "octobre", "novembre", "decembre", "fevrier", "aout", "mars", "avril", "juin", "ete", "test",
    ];

    /// <param name="mot">As typed; up to <see cref="LongueurMax"/> characters.</param>
    /// <param name="nom">Whose it is: no part of the name may be in it.</param>
    /// <param name="identifiant">The mail address, likewise.</param>
    /// <returns>Refused with <c>mot-de-passe.trop-long</c>, <c>trop-faible</c>, <c>personnel</c> or <c>courant</c>.</returns>
    public static Result<Done> Check(string mot, string nom, string identifiant)
    {
        if (mot.Length > LongueurMax)
            return Refuse("mot-de-passe.trop-long", "Le mot de passe est limité à 200 caractères.");
        if (!IsStrong(mot))
        {
            return Refuse(
                "mot-de-passe.trop-faible",
                "Choisissez au moins 12 caractères avec majuscule, minuscule, chiffre et caractère spécial, ou 14 avec majuscule, minuscule et chiffre, ou une phrase de 7 mots.");
        }

        var letters = Letters(mot);
        if (Parts(nom).Concat(Parts(identifiant.Split('@')[0])).Any(part => letters.Contains(part, StringComparison.Ordinal)))
            return Refuse("mot-de-passe.personnel", "Le mot de passe ne doit contenir ni votre nom ni votre adresse.");
        var own = Courants.Aggregate(letters, (rest, word) => rest.Replace(word, string.Empty, StringComparison.Ordinal));
        return own.Distinct().Count() < LettresPropres
            ? Refuse("mot-de-passe.courant", "Ce mot de passe est parmi les premiers qu'on essaierait : choisissez-en un autre.")
            : Done.Value;
    }

    private static bool IsStrong(string mot)
    {
        if (mot.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= Mots)
            return true;
        if (mot.Distinct().Count() < QuatreSortes / 2 || !mot.Any(char.IsUpper) || !mot.Any(char.IsLower) || !mot.Any(char.IsDigit))
            return false;
        return mot.Length >= TroisSortes || (mot.Length >= QuatreSortes && mot.Any(c => !char.IsLetterOrDigit(c)));
    }

    private static IEnumerable<string> Parts(string text) =>
        text.Split([' ', '-', '.', '_', '\'', '+']).Select(Letters).Where(part => part.Length >= PartieDeNom);

    /// <summary>Without case, accents or figures that stand for letters: what somebody who guesses would try.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            var letter = DeChiffres.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var found ? EnLettres[found] : sign;
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && char.IsLetter(letter))
                letters.Append(letter);
        }

        return letters.ToString();
    }

    private static Error Refuse(string code, string message) => Error.Invalid(code, message, "motDePasse");
}
