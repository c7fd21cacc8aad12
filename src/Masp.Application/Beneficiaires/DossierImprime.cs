using System.Globalization;
using System.Text;
using System.Text.Json;
using Masp.Domain.Commun;
using NodaTime;
using NodaTime.Text;

namespace Masp.Application.Beneficiaires;

/// <summary>The file of a person and the certificate of its erasure, in words for paper.</summary>
public static class DossierImprime
{
    public const string Dossier = "dossier";
    public const string Certificat = "certificat";

    /// <summary>Columns whose name is not French by itself.</summary>
    private static readonly Dictionary<string, string> Noms = new()
    {
        ["prenom"] = "Prénom",
        ["civilite"] = "Civilité",
        ["date_naissance"] = "Date de naissance",
        ["numero"] = "Numéro",
        ["etat"] = "État",
        ["deposee_le"] = "Déposée le",
        ["accord_le"] = "Accord de la personne",
        ["duree_mois"] = "Durée en mois",
        ["duree_souhaitee"] = "Durée souhaitée en mois",
        ["gestion_souhaitee"] = "Gestion souhaitée",
        ["emis_le"] = "Émis le",
        ["recu_le"] = "Reçu le",
        ["reception_reputee"] = "Réception réputée",
        ["premiere_rencontre_le"] = "Première rencontre le",
        ["signe_le"] = "Signé le",
        ["motif_cloture"] = "Motif de clôture",
        ["fin_prevue"] = "Fin prévue",
        ["fin_reelle"] = "Fin réelle",
        ["debut"] = "Début",
        ["commune_insee"] = "Commune (code INSEE)",
        ["reference"] = "Référence",
        ["utilisateur_id"] = "Agent",
        ["operation"] = "Opération",
        ["quantite"] = "Quantité",
        ["archive_le"] = "Archivé le",
        ["archivee"] = "Archivé",
        ["enregistre_le"] = "Enregistré le",
        ["apres"] = "Après",
        ["role"] = "Rôle",
        ["requete_id"] = "Requête",
        ["cle"] = "Clé",
        ["acces"] = "Accès",
        ["reponsesGardees"] = "Réponses gardées pour un nouvel essai",
        ["valeursDuJournal"] = "Valeurs du journal",
        ["visas_archives"] = "Visas des archives",
        ["points_ordre_du_jour"] = "Inscriptions à l'ordre du jour",
        ["beneficiaires"] = "Identité",
        ["deplacements"] = "Déplacements",
        ["residences"] = "Communes de résidence",
        ["eligibilite_majeur"] = "Majeur",
        ["eligibilite_percoit_prestation"] = "Perçoit une prestation",
        ["eligibilite_sante_ou_securite_menacee"] = "Santé ou sécurité menacée",
        ["eligibilite_sans_alteration_medicale"] = "Sans altération médicale",
        ["eligibilite_capable_de_s_engager"] = "Capable de s'engager",
        ["decision_sens"] = "Décision",
    };

    public static object Of(DossierExporteDto dossier) => new
    {
        titre = "Ce que le département tient sur vous",
        jour = Jour(dossier.ExporteLe),
        pied = $"Département {dossier.DepartementCode} · export du {Francais.Date(dossier.ExporteLe)}",
        introduction = new[]
        {
            $"Export complet du {Francais.Date(dossier.ExporteLe)}, dossier {dossier.BeneficiaireId}.",
            "Il contient tout ce qui est enregistré dans l'application, avec ceux qui ont consulté le dossier. Vous pouvez en demander la rectification au service du département.",
        },
        parties = dossier.Parties.Select(partie => new
        {
            titre = partie.Titre,
            lignes = partie.Lignes.Select(ligne => ligne.Where(c => c.Key is not ("id" or "beneficiaire_id")).Select(c => new { nom = Nom(c.Key), valeur = Valeur(c.Value) })),
        }),
    };

    public static object Of(CertificatDto certificat, string departementCode) => new
    {
        titre = $"Certificat d'effacement {certificat.Numero}",
        jour = Jour(certificat.Date),
        pied = $"Département {departementCode} · {certificat.Numero}",
        introduction = new[]
        {
            $"Le {Francais.Date(certificat.Date)}, le dossier de clé {certificat.DossierId} a été effacé de l'application.",
            $"Visa des archives : {certificat.VisaReference}, du {Francais.Date(certificat.VisaDate)}, {certificat.VisaService}. Deux personnes différentes ont enregistré ce visa et effacé le dossier.",
            "Ce qu'une facture émise désigne garde sa clé, vidée de ce qui disait quelque chose de la personne. Ce certificat ne nomme personne.",
        },
        lignes = certificat.Lignes.Where(l => l.Supprimees + l.Videes > 0).Select(l => new { nature = Nom(l.Table), supprimees = Nombre(l.Supprimees), videes = Nombre(l.Videes) }),
    };

    /// <summary>The name of a column as people read it.</summary>
    internal static string Nom(string colonne)
    {
        if (Noms.TryGetValue(colonne, out var nom))
            return nom;
        var texte = colonne.EndsWith("_id", StringComparison.Ordinal) ? colonne[..^3] : colonne;
        texte = texte.Replace("decision_", "décision, ", StringComparison.Ordinal).Replace('_', ' ');
        return char.ToUpperInvariant(texte[0]) + texte[1..];
    }

    /// <summary>Dates as people write them, words apart, lists on one line.</summary>
    internal static string Valeur(JsonElement valeur) => valeur.ValueKind switch
    {
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        JsonValueKind.Array => string.Join(", ", valeur.EnumerateArray().Select(Valeur)),
        JsonValueKind.Object => string.Join(" ; ", valeur.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => $"{Nom(p.Name)} : {Valeur(p.Value)}")),
        JsonValueKind.String => Texte(valeur.GetString()!),
        JsonValueKind.Number => valeur.GetRawText(),
        _ => string.Empty,
    };

    private static string Texte(string texte)
    {
        if (LocalDatePattern.Iso.Parse(texte) is { Success: true, Value: var date })
            return Francais.Date(date);
        return IsWord(texte) ? Apart(texte) : texte;
    }

    // A state is recorded as one word of letters with a capital inside: EnCours.
    private static bool IsWord(string texte) => texte.Length > 2 && texte.All(char.IsAsciiLetter) && char.IsUpper(texte[0]) && texte.Skip(1).Any(char.IsUpper) && texte.Skip(1).Any(char.IsLower);

    private static string Apart(string mot)
    {
        var texte = new StringBuilder().Append(mot[0]);
        foreach (var lettre in mot.Skip(1))
            texte.Append(char.IsUpper(lettre) ? " " : string.Empty).Append(char.ToLowerInvariant(lettre));
        return texte.ToString();
    }

    private static int[] Jour(LocalDate date) => [date.Year, date.Month, date.Day];

    private static string Nombre(int valeur) => valeur.ToString(CultureInfo.InvariantCulture);
}
