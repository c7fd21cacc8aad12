using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Beneficiaires;

/// <summary>What counts as a contact with the person, or as an act on their file.</summary>
public enum NatureContact
{
    Demande,
    Avis,
    Decision,
    BonDeCommande,
    Rencontre,
    Contrat,
    FinDeContrat,
    Avenant,
    Rectification,
}

/// <summary>How long a file stays active (R63): so many years after the last contact, the anniversary included, and as long as something runs.</summary>
/// <param name="Echue">True from the day after the anniversary, when nothing runs.</param>
/// <param name="ActifJusquau">The anniversary of the last contact.</param>
/// <param name="Explication">The sentence that says why; nothing of the person.</param>
public sealed record Conservation(bool Echue, LocalDate ActifJusquau, string Explication)
{
    /// <param name="dernierContact">The latest one.</param>
    /// <param name="nature">Of that contact.</param>
    /// <param name="ouvert">A Mesure runs, a BonDeCommande or a Demande still waits for somebody.</param>
    /// <param name="ans">1 or more; <c>conservationAns</c> of the Reglement of the day.</param>
    /// <param name="aujourdhui">Europe/Paris.</param>
    public static Conservation Of(LocalDate dernierContact, NatureContact nature, bool ouvert, int ans, LocalDate aujourdhui)
    {
        var limite = dernierContact.PlusYears(ans);
        var contact = $"Dernier contact le {Francais.Date(dernierContact)} ({Mot(nature)})";
        var delai = $"{Francais.Compte(ans, "an")} de conservation jusqu'au {Francais.Date(limite)} inclus";
        if (ouvert)
            return new Conservation(false, limite, $"{contact}. Actif : une demande, un bon de commande ou une mesure est en cours (R63).");
        return limite < aujourdhui
            ? new Conservation(true, limite, $"{contact}, {delai} : à archiver depuis le {Francais.Date(limite.PlusDays(1))} (R63).")
            : new Conservation(false, limite, $"{contact}, {delai} : actif (R63).");
    }

    private static string Mot(NatureContact nature) => nature switch
    {
        NatureContact.Demande => "demande",
        NatureContact.Avis => "avis de la commission",
        NatureContact.Decision => "décision",
        NatureContact.BonDeCommande => "bon de commande",
        NatureContact.Rencontre => "rencontre",
        NatureContact.Contrat => "contrat",
        NatureContact.FinDeContrat => "fin de contrat",
        NatureContact.Avenant => "avenant",
        NatureContact.Rectification => "rectification",
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown NatureContact."),
    };
}
