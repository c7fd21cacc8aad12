using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Masp.Api.OpenApi;

/// <summary>One body that works for each call of the main path; a test reads every one of them as the API would.</summary>
public static class Exemples
{
    private const string Import =
        """{ "csv": "codeInsee;nom;codesPostaux;population;lot;zone\n34003;Agde;34300;29939;3;urbaine\n34172;Montpellier;34000 34070 34080 34090;310240;1;urbaine" }""";

    /// <summary>JSON by operationId.</summary>
    public static IReadOnlyDictionary<string, string> ParOperation { get; } = new Dictionary<string, string>
    {
        ["ouvrirSession"] = """{ "identifiant": "agent@herault.example", "motDePasse": "Masp-demo-2026!" }""",
        ["donnerCode"] = """{ "code": "123456" }""",
        ["ouvrirSessionParCle"] = """{ "etat": "CfDJ8…", "reponse": "{}" }""",
        ["demanderLien"] = """{ "identifiant": "prenom.nom@herault.example" }""",
        ["lireLien"] = """{ "jeton": "Yp3wq2xk7dWk1T0c5v9sZb8nH4mQ6rJ2aLxE0uFgPiM" }""",
        ["accepterLien"] =
            """{ "jeton": "Yp3wq2xk7dWk1T0c5v9sZb8nH4mQ6rJ2aLxE0uFgPiM", "motDePasse": "Trois-cigales-9-platanes!", "scelle": "CfDJ8…", "code": "123456" }""",
        ["changerMotDePasse"] = """{ "motDePasseActuel": "Masp-demo-2026!", "motDePasse": "Trois-cigales-9-platanes!" }""",
        ["enregistrerTotp"] = """{ "motDePasseActuel": "Masp-demo-2026!", "scelle": "CfDJ8…", "code": "123456" }""",
        ["retirerTotp"] = """{ "motDePasseActuel": "Masp-demo-2026!" }""",
        ["renouvelerCodesDeSecours"] = """{ "motDePasseActuel": "Masp-demo-2026!" }""",
        ["enregistrerCleDAcces"] = """{ "motDePasseActuel": "Masp-demo-2026!", "nom": "Téléphone", "etat": "CfDJ8…", "reponse": "{}" }""",
        ["retirerCleDAcces"] = """{ "motDePasseActuel": "Masp-demo-2026!", "id": "AQIDBA" }""",
        ["inviterBeneficiaire"] = """{ "identifiant": "prenom.nom@exemple.fr" }""",
        ["inviterCompte"] =
            """{ "nom": "Dominique Exemple", "identifiant": "dominique.exemple@titulaire-a.example", "role": "intervenant", "titulaireId": "0190f3a4-7c11-7000-8000-000000000003", "fin": "2026-12-31" }""",
        ["fixerDepart"] = """{ "fin": "2026-06-30" }""",
        ["enregistrerRevueDesComptes"] = """{ "remarque": "Deux comptes de remplaçants fermés." }""",
        ["creerProgramme"] =
            """{ "nom": "Entrepôt du département", "scopes": ["masp.lecture"], "fin": "2026-12-31", "adresses": ["192.0.2.0/24"] }""",
        ["bornerProgramme"] = """{ "fin": "2026-12-31", "adresses": ["192.0.2.0/24", "2001:db8::/32"] }""",
        ["fixerQuota"] = """{ "role": "intervenant", "nature": "dossiers", "limite": 150 }""",
        ["calculerEcheance"] = """{ "evenement": "2022-01-03", "jours": 40, "sens": "apres", "mode": "franc", "calendrier": "metropole" }""",
        ["motiverRetard"] = """{ "cause": "beneficiaire", "commentaire": "Absente aux deux premiers rendez-vous." }""",
        ["decalerEcheance"] = """{ "limite": "2022-04-04", "motif": "Hospitalisation longue." }""",
        ["constaterEcheance"] = """{ "date": "2022-04-12" }""",
        ["calculerTarif"] =
            """
            { "debut": "2022-01-10", "finPrevue": "2022-07-09", "avecGestion": true, "zone": "urbaine",
              "suspensions": [{ "debut": "2022-03-10", "fin": "2022-04-09" }],
              "changements": [{ "date": "2022-05-10", "avecGestion": false }] }
            """,
        ["deposerDemande"] =
            """
            { "beneficiaire": { "nom": "Exemple", "prenom": "Dominique", "dateNaissance": "1980-05-17" },
              "communeInsee": "34003", "serviceReferentId": "0190f3a4-7c11-7000-8000-000000000001", "dateAccord": "2022-01-03",
              "prestations": ["D271-2-01", "D271-2-04"],
              "eligibilite": { "majeur": true, "percoitPrestation": true, "santeOuSecuriteMenacee": true, "sansAlterationMedicale": true, "capableDeSEngager": true },
              "motif": "Impayés de loyer.", "gestionSouhaitee": true, "dureeSouhaitee": 12 }
            """,
        ["ouvrirCommission"] = """{ "date": "2022-01-20" }""",
        ["inscrireDemande"] = """{ "demandeId": "0190f3a4-7c11-7000-8000-000000000002" }""",
        ["rendreAvis"] = """{ "demandeId": "0190f3a4-7c11-7000-8000-000000000002", "sens": "favorable", "motif": "Accompagnement budgétaire utile." }""",
        ["deciderDemande"] = """{ "sens": "favorable", "avecGestion": true, "dureeMois": 12 }""",
        ["notifierDecision"] = """{ "destinataire": "personne", "date": "2022-01-27", "moyen": "courrierRecommande" }""",
        ["trancherRapprochement"] = """{ "beneficiaireId": "0190f3a4-7c11-7000-8000-000000000004" }""",
        ["attribuerDemande"] =
            """{ "titulaireId": "0190f3a4-7c11-7000-8000-000000000003", "categorie": "memeFoyer", "motif": "Le conjoint est déjà accompagné par ce titulaire." }""",
        ["enregistrerIntervenant"] =
            """
            { "nom": "Exemple", "prenom": "Sam", "diplome": "conseillerEsf", "estChef": false, "entree": "2022-01-03", "etp": 0.8,
              "chefId": "0190f3a4-7c11-7000-8000-000000000004" }
            """,
        ["changerQuotite"] = """{ "debut": "2022-09-01", "etp": 0.5 }""",
        ["enregistrerAbsence"] = """{ "debut": "2022-07-11", "fin": "2022-07-29", "remplacantId": "0190f3a4-7c11-7000-8000-000000000005" }""",
        ["abregerAbsence"] = """{ "fin": "2022-07-22" }""",
        ["enregistrerSortie"] = """{ "date": "2022-12-31" }""",
        ["lierCompte"] = """{ "compteId": "017c4a1a-2500-7000-8000-000000000005" }""",
        ["passerRelaisMesure"] = """{ "repreneurId": "0190f3a4-7c11-7000-8000-000000000003", "date": "2025-01-01", "motif": "Le titulaire n'exerce plus après sa convention." }""",
        ["apercuRelais"] = """{ "cedantId": "0190f3a4-7c11-7000-8000-000000000002", "lot": "1", "repreneurId": "0190f3a4-7c11-7000-8000-000000000003", "date": "2025-01-01" }""",
        ["passerRelais"] =
            """
            { "cedantId": "0190f3a4-7c11-7000-8000-000000000002", "lot": "1", "repreneurId": "0190f3a4-7c11-7000-8000-000000000003", "date": "2025-01-01",
              "motif": "Le titulaire n'exerce plus après sa convention." }
            """,
        ["enregistrerRencontreDeRelais"] = """{ "mesures": ["0190f3a4-7c11-7000-8000-000000000006"], "rencontre": "equipes", "date": "2024-12-10" }""",
        ["enregistrerRencontre"] = """{ "date": "2022-02-15", "lieu": "domicile", "dureeMinutes": 60, "note": "Courriers triés, rappel du loyer.", "trajetMinutes": 40, "trajetKm": 22 }""",
        ["constaterRencontre"] = """{ "date": "2022-02-15", "lieu": "domicile", "etat": "manquee", "cause": "personneAbsente", "trajetMinutes": 40, "trajetKm": 22 }""",
        ["corrigerRencontre"] = """{ "faits": { "date": "2022-02-15", "lieu": "locaux", "dureeMinutes": 45 }, "motif": "Elle eut lieu dans nos locaux." }""",
        ["annulerRencontre"] = """{ "motif": "Saisie deux fois." }""",
        ["importerRencontres"] =
            """
            { "lignes": [
              { "externeId": "RDV-2022-1042", "mesure": "34-2022-0412", "date": "2022-02-15", "lieu": "domicile", "dureeMinutes": 60 },
              { "externeId": "RDV-2022-1043", "mesure": "34-2022-0412", "date": "2022-02-22", "lieu": "domicile", "etat": "manquee", "cause": "personneAbsente" }
            ] }
            """,
        ["ecrireProjet"] =
            """
            { "etabliLe": "2022-03-10", "evaluation": "Deux loyers de retard, courrier non ouvert depuis l'été.", "resteAVivre": 320.00,
              "objectifs": [{ "aspect": "securisation", "libelle": "Garder le logement",
                "actions": [{ "libelle": "Négocier un plan d'apurement", "qui": "titulaire", "precision": "Bailleur social", "quand": "2022-05-31", "etat": "enCours" }] }] }
            """,
        ["envoyerProjet"] = """{ "date": "2022-03-14" }""",
        ["transmettreBilan"] =
            """
            { "nature": "final", "etabliLe": "2022-11-04", "situation": "Le loyer est payé chaque mois depuis mai.", "perspectives": "Tenir le budget seul.",
              "objectifs": [{ "aspect": "securisation", "libelle": "Garder le logement", "avancement": "atteint", "commentaire": "Plan d'apurement respecté." }],
              "articulation": "Accompagnement RSA par le service territorial des solidarités, réunion commune en octobre.", "rencontres": 24,
              "suite": "renouvellement", "dureeMois": 6, "avecGestion": false }
            """,
        ["donnerAvisSurBilan"] = """{ "favorable": true, "motif": "La demande correspond à la situation.", "date": "2022-11-10" }""",
        ["inscrireBilan"] = """{ "bilanId": "0190f3a4-7c11-7000-8000-000000000007" }""",
        ["rendreAvisSurBilan"] = """{ "bilanId": "0190f3a4-7c11-7000-8000-000000000007", "sens": "favorable", "motif": "Progrès à consolider." }""",
        ["deciderBilan"] = """{ "suite": "renouvellement", "date": "2022-11-28", "dureeMois": 6, "avecGestion": false }""",
        ["notifierDecisionDeBilan"] = """{ "destinataire": "titulaire", "date": "2022-11-29", "moyen": "courriel" }""",
        ["renouvelerMesure"] = """{ "dateSignature": "2022-12-20" }""",
        ["proposerFin"] =
            """{ "initiateur": "titulaire", "motif": "nonRespectDuContrat", "dernierJour": "2022-06-30", "explication": "Aucune rencontre depuis deux mois malgré quatre visites." }""",
        ["apercuFin"] = """{ "dernierJour": "2022-06-30" }""",
        ["cloreMesure"] = """{ "motif": "termeAutonomieRetrouvee" }""",
        ["declarerDemenagement"] = """{ "communeInsee": "34003", "date": "2022-06-01" }""",
        ["donnerAvisSurFin"] = """{ "fondee": true, "motif": "Constat partagé lors de l'entretien du 2 juin." }""",
        ["deciderFin"] = """{ "accordee": true, "date": "2022-07-04", "dernierJour": "2022-06-30" }""",
        ["apercuAvenant"] = """{ "nature": "suspension", "debut": "2022-06-01", "fin": "2022-08-31", "nouvelleFin": "2023-04-09" }""",
        ["proposerAvenant"] =
            """{ "objet": { "nature": "gestion", "avecGestion": true, "debut": "2022-06-10" }, "motif": "Les loyers ne sont plus payés.", "accordLe": "2022-05-24" }""",
        ["signerAvenant"] = """{ "date": "2022-06-03" }""",
        ["refuserAvenant"] = """{ "motif": "La personne est revenue sur son accord." }""",
        ["affecterMesure"] = """{ "intervenantId": "0190f3a4-7c11-7000-8000-000000000005", "debut": "2022-02-10" }""",
        ["affecterBonDeCommande"] = """{ "intervenantId": "0190f3a4-7c11-7000-8000-000000000005" }""",
        ["prendreRendezVous"] = """{ "date": "2022-02-10", "lieu": "Domicile, Adissan", "heure": "14:30" }""",
        ["constaterRendezVous"] = """{ "tenu": false, "cause": "beneficiaire", "commentaire": "Absente, sans prévenir." }""",
        ["ecrireContrat"] =
            """
            { "obligations": "La personne reçoit l'intervenant ; le titulaire l'accompagne.", "suivi": "Huit rencontres en trois mois, puis deux par mois.",
              "revision": "Par avenant signé de la personne.", "depenses": ["loyer", "charges"], "autorisations": [{ "prestation": "D271-2-01" }] }
            """,
        ["presignerContrat"] = """{ "date": "2022-01-28" }""",
        ["joindreScan"] = """{ "nom": "contrat-signe.pdf", "contenu": "JVBERi0xLjcK" }""",
        ["noterCopie"] = """{ "destinataire": "personne", "date": "2022-02-14" }""",
        ["accuserReception"] = """{ "date": "2022-01-25" }""",
        ["enregistrerDeplacement"] = """{ "date": "2022-02-01", "lieu": "Domicile", "intervenant": "Alix Intervenant" }""",
        ["signerContrat"] = """{ "datePremiereRencontre": "2022-02-08", "dateSignature": "2022-02-10" }""",
        ["abandonnerBonDeCommande"] = """{ "date": "2022-02-10", "motif": "La personne ne souhaite plus l'accompagnement." }""",
        ["annulerBonDeCommande"] = """{ "motif": "Décision retirée." }""",
        ["fixerBareme"] =
            """{ "reference": "Arrêté 2023-014", "debut": "2023-01-01", "sgu": 205.00, "agu": 215.00, "sgr": 215.00, "agr": 225.00, "forfait": 60.00 }""",
        ["apercuImportCommunes"] = Import,
        ["importerCommunes"] = Import,
        ["preparerFacture"] = """{ "titulaireId": "0190f3a4-7c11-7000-8000-000000000003", "lot": "1", "trimestre": "2022-T1" }""",
        ["ecrireNote"] = """{ "portee": "partagee", "texte": "Dossier de surendettement à préparer ensemble." }""",
        ["ecrireSante"] = """{ "texte": "Se déplace difficilement : rencontres à domicile." }""",
        ["rectifierIdentite"] = """{ "nom": "Exemple", "dateNaissance": "1981-05-17", "civilite": "madame", "motif": "Acte de naissance produit par la personne." }""",
        ["archiverDossiers"] = """{ "beneficiaireIds": ["0190f3a4-7c11-7000-8000-000000000004"] }""",
        ["enregistrerVisa"] = """{ "reference": "AD34-2026-17", "date": "2026-03-02", "service": "Archives départementales" }""",
        ["effacerDossier"] = """{ "confirmation": "EFFACER" }""",
        ["crediterFacture"] = """{ "motif": "Mois-mesure facturé par erreur." }""",
    };
}

/// <summary>Puts the example of each operation beside its body.</summary>
internal sealed class ExemplesFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var media) && media is OpenApiMediaType body
            && Exemples.ParOperation.TryGetValue(operation.OperationId ?? string.Empty, out var json))
        {
            body.Example = JsonNode.Parse(json);
        }
    }
}
