using System.Text.RegularExpressions;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Beneficiaires;

/// <summary>The visa of the archives for one archived file.</summary>
/// <param name="UtilisateurId">Who recorded it.</param>
public sealed record Visa(string Reference, LocalDate Date, string Service, Guid UtilisateurId);

/// <summary>What is known of a file when somebody wants to erase it (R63).</summary>
/// <param name="ArchiveLe">Null while it is active.</param>
/// <param name="Visa">Of this archiving; one of an archiving before a new Demande is none.</param>
/// <param name="Ouvert">A Mesure runs, a BonDeCommande or a Demande still waits for somebody.</param>
/// <param name="FactureEnAttente">A line of a Facture that is not issued speaks of it.</param>
public sealed record DossierAEffacer(LocalDate? ArchiveLe, Visa? Visa, bool Ouvert, bool FactureEnAttente);

public static class Effacement
{
    public static Error VisaManquant => Error.Conflict("effacement.visa-manquant", "Le visa des archives n'est pas enregistré : rien ne s'efface sans lui (R63).");

    /// <summary>Every rule that refuses, told at once; empty when it may be erased. PostgreSQL asks the same again.</summary>
    /// <param name="dossier">As it is, locked.</param>
    /// <param name="utilisateurId">Who wants to erase: never who recorded the visa.</param>
    public static IReadOnlyList<Error> Check(DossierAEffacer dossier, Guid utilisateurId)
    {
        var refusals = new List<Error>();
        if (dossier.ArchiveLe is null)
            refusals.Add(Error.Conflict("effacement.dossier-actif", "Ce dossier n'est pas archivé : il ne peut pas être effacé (R63)."));
        if (dossier.Ouvert)
            refusals.Add(Error.Conflict("effacement.dossier-ouvert", "Une demande, un bon de commande ou une mesure est en cours : le dossier ne peut pas être effacé (R63)."));
        if (dossier.FactureEnAttente)
            refusals.Add(Error.Conflict("effacement.facture-en-attente", "Une facture non émise porte sur ce dossier : émettez-la ou écartez-la d'abord (R41, R63)."));
        if (dossier.Visa is not { } visa)
            refusals.Add(VisaManquant);
        else if (visa.UtilisateurId == utilisateurId)
            refusals.Add(Error.Conflict("effacement.meme-personne", "Vous avez enregistré le visa : une autre personne doit effacer (R63)."));
        return refusals;
    }

    /// <summary>What is kept of a visa outlives the file: it may not name the person.</summary>
    /// <param name="texte">Reference, service or document of the visa.</param>
    /// <param name="nom">Of the person; told as a whole word, or « Chi » would stand in every « Archives ».</param>
    public static bool Names(string? texte, string nom) =>
        texte is not null && nom.Length > 1 && Regex.IsMatch(texte, $@"(?<!\p{{L}}){Regex.Escape(nom)}(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
