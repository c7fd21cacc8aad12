using Masp.Domain.Acces;
using Microsoft.Playwright;

namespace Masp.Browser.Tests.Accessibilite;

/// <summary>Every screen and every dialog of the client: one that is missing here fails the test.</summary>
internal static class Visites
{
    private const string UneFacture = "(await first('/factures'))";

    private const string UneDecisionANotifier =
        "(await Promise.all(((await ask('/demandes?etat=acceptee'))?.elements ?? []).map(d => ask('/demandes/' + d.id)))).find(d => d && !d.decision?.notifications.some(n => n.destinataire === 'personne'))?.id";

    public static IReadOnlyList<Visite> Toutes { get; } =
    [
        new("/a-faire")
        {
            Ouvertures =
            [
                new("Recherche", "Personne, mesure, commune…", Acte.Rechercher),
                new("Frame", "Ouvrir la navigation", Acte.LireAFaire) { TelephoneSeul = true },
            ],
        },
        new("/demandes"),
        new("/demandes/nouvelle") { Geste = page => PressAsync(page, "Déposer la demande") },
        new("/demandes/$demandeId", "(await first('/demandes?etat=avisRendu', '/demandes'))?.id"),
        new("/demandes/$demandeId", "(await first('/demandes?etat=refusee', '/demandes'))?.id"),
        new("/demandes/$demandeId", $"{UneDecisionANotifier} ?? (await first('/demandes'))?.id")
        {
            Ouvertures = [new("NotificationsDeDecision", "Notifier à la personne", Acte.NotifierDecision)],
        },
        new("/commissions") { Ouvertures = [new("OuvrirCommission", "Ouvrir une séance", Acte.TenirCommission)] },
        new("/commissions/$commissionId", "(await first('/commissions'))?.id") { Ouvertures = [new("InscrireDemande", "Inscrire une demande", Acte.TenirCommission)] },
        new("/decisions"),
        new("/attributions", null, "'commissionId=' + (await first('/commissions'))?.id"),
        new("/attributions/demandes/$demandeId", "(await first('/demandes?etat=acceptee'))?.id")
        {
            Ouvertures = [new("ChoixManuel", "Choisir un titulaire", Acte.AttribuerManuellement)],
        },
        new("/tour-de-role"),
        new("/tour-de-role/$lotCode", "(await first('/bons-de-commande'))?.lot"),
        new("/bons-de-commande"),
        new("/bons-de-commande/$bonDeCommandeId", "(await first('/bons-de-commande?etat=emis', '/bons-de-commande?etat=recu', '/bons-de-commande'))?.id"),
        new("/bons-de-commande/$bonDeCommandeId", "(await first('/bons-de-commande?etat=recu', '/bons-de-commande?etat=emis'))?.id")
        {
            Ouvertures =
            [
                new("ActeDialog", "Enregistrer la signature", Acte.SignerContrat), new("ActeDialog", "Noter un déplacement", Acte.SignerContrat),
                new("ActeDialog", "Abandonner", Acte.AbandonnerBonDeCommande), new("ActeDialog", "Annuler le bon", Acte.AnnulerBonDeCommande),
            ],
        },
        new("/bons-de-commande/$bonDeCommandeId", "(await first('/bons-de-commande?forfait=aValider', '/bons-de-commande?etat=abandonne', '/bons-de-commande'))?.id"),
        new("/bons-de-commande/$bonDeCommandeId", "((await ask('/premieres-rencontres?taille=200'))?.elements ?? []).find(p => p.rendezVousLe)?.id")
        {
            Ouvertures =
            [
                new("RendezVousDialog", "Fixer le rendez-vous", Acte.PrendreRendezVous), new("ConstatDialog", "Rendez-vous tenu ou manqué", Acte.SignerContrat),
            ],
        },
        new("/bons-de-commande/$bonDeCommandeId", "((await ask('/premieres-rencontres?taille=200'))?.elements ?? []).find(p => !p.preSigneLe)?.id")
        {
            Ouvertures = [new("ContratDialog", "Écrire le contrat", Acte.PreparerContrat)],
        },
        new("/premieres-rencontres"),
        new("/mesures") { Ouvertures = [new("SavedViews", "Vues", Acte.LireMesures)] },
        new("/mesures/$mesureId", "(await first('/mesures'))?.id")
        {
            Ouvertures =
            [
                new("InviterLaPersonne", "Inviter la personne", Acte.InviterBeneficiaire), new("NotesMesure", "Écrire une note", Acte.EcrireNote),
                new("SanteMesure", "Modifier l’information de santé", Acte.EcrireSante),
            ],
        },
        new("/echeances", null, "'etat=aExpliquer'") { Ouvertures = [new("MotifDialog", "Motif", Acte.MotiverRetard)] },
        new("/mesures/$mesureId/echeances", "(await first('/mesures?etat=enCours', '/mesures'))?.id") { Ouvertures = [new("DecalageDialog", "Déplacer", Acte.DecalerEcheance)] },
        new("/mesures/$mesureId/acces", "(await first('/mesures'))?.id"),
        new("/mesures/$mesureId/rencontres", "(await first('/rencontres?etat=prevue', '/rencontres'))?.mesure?.id")
        {
            Ouvertures =
            [
                new("RencontreDialog", "Noter une rencontre", Acte.EnregistrerRencontre), new("RencontreDialog", "Corriger", Acte.EnregistrerRencontre),
                new("AnnulerDialog", "Annuler", Acte.EnregistrerRencontre),
            ],
        },
        new("/rencontres"),
        new("/ma-journee"),
        new("/archives"),
        new("/beneficiaires/$beneficiaireId", "(await ask('/mesures/' + (await first('/mesures'))?.id))?.beneficiaire.id")
        {
            Ouvertures = [new("RectifierDialog", "Rectifier l’identité", Acte.RectifierIdentite)],
        },
        new("/mesures/$mesureId/projet", "(await first('/mesures?etat=enCours', '/mesures'))?.id")
        {
            Geste = async page =>
            {
                if (await page.GetByRole(AriaRole.Button, new() { Name = "Écrire une version" }).CountAsync() > 0)
                    await PressAsync(page, "Écrire une version");
            },
        },
        new("/mesures/$mesureId/bilans", "(await first('/mesures?etat=enCours', '/mesures'))?.id")
        {
            Geste = async page =>
            {
                if (await page.GetByRole(AriaRole.Button, new() { Name = "Écrire un bilan" }).CountAsync() > 0)
                    await PressAsync(page, "Écrire un bilan");
            },
        },
        new("/mesures/$mesureId/avenants", "(await first('/mesures?etat=enCours', '/mesures'))?.id")
        {
            Geste = async page =>
            {
                if (await page.GetByRole(AriaRole.Button, new() { Name = "Proposer un avenant" }).CountAsync() > 0)
                    await PressAsync(page, "Proposer un avenant");
            },
        },
        new("/mesures/$mesureId/fin", "(await first('/mesures?etat=enCours'))?.id") { Ouvertures = [new("DialogueActe", "Proposer une fin", Acte.ProposerFin)] },
        new("/bilans"),
        new("/equipe"),
        new("/relais"),
        new("/relais/nouveau") { Geste = page => PressAsync(page, "Voir ce qui passerait") },
        new("/relais/$relaisId", "(await first('/relais'))?.id"),
        new("/journal/actes"),
        new("/journal/acces"),
        new("/journal/sceau") { Geste = page => PressAsync(page, "Vérifier la chaîne") },
        new("/factures"),
        new("/factures/nouvelle"),
        new("/factures/nouvelle", null, $"(f => f && `titulaireId=${{f.titulaire.id}}&lot=${{f.lot}}&trimestre=${{f.trimestre}}`)({UneFacture}) ?? undefined"),
        new("/factures/$factureId", "(await first('/factures?etat=emise', '/factures'))?.id") { Ouvertures = [new("AvoirDialog", "Corriger par un avoir", Acte.ValiderFacture)] },
        new("/factures/$factureId", "(await first('/factures?etat=validee', '/factures?etat=aValider', '/factures'))?.id")
        {
            Ouvertures = [new("EcarterDialog", "Écarter", Acte.ValiderFacture)],
        },
        new("/baremes") { Ouvertures = [new("BaremeDialog", "Fixer un barème", Acte.FixerBareme)] },
        new("/communes"),
        new("/communes/import")
        {
            Geste = async page =>
            {
                await page.GetByLabel("Contenu").FillAsync("codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1700;3;rurale\n34002;Adissan;34230;x;3;rurale");
                await PressAsync(page, "Voir ce que ferait l’import");
            },
        },
        new("/compte")
        {
            Ouvertures =
            [
                new("ChangerMotDePasse", "Changer de mot de passe", Acte.TenirMonCompte), new("NouvelleApplicationDialog", "Ajouter une application de codes", Acte.TenirMonCompte),
                new("NouvelleCleDialog", "Ajouter une clé d’accès", Acte.TenirMonCompte),
            ],
        },
        new("/comptes") { Ouvertures = [new("InviterDialog", "Inviter une personne", Acte.TenirComptes), new("RevueDialog", "Enregistrer la revue", Acte.RevoirComptes)] },
        new("/comptes/$compteId", "(await first('/comptes?role=intervenant'))?.id")
        {
            Ouvertures = [new("DepartDialog", "Fixer le dernier jour", Acte.TenirComptes), new("ActeDeCompteDialog", "Désactiver", Acte.TenirComptes)],
        },
        new("/programmes")
        {
            Ouvertures =
            [
                new("NouveauProgrammeDialog", "Créer un programme", Acte.TenirProgrammes), new("SecretDialog", "Renouveler le secret", Acte.TenirProgrammes),
                new("BornesDialog", "Borner", Acte.TenirProgrammes), new("RevoquerDialog", "Révoquer", Acte.TenirProgrammes),
            ],
        },
        new("/quotas") { Ouvertures = [new("QuotaDialog", "Changer la limite : Agent du SAFPM, Dossiers ouverts", Acte.TenirQuotas)] },
        new("/simulateur/echeance", null, "'evenement=2022-11-10&jours=10&sens=apres&mode=francs'"),
        new("/simulateur/tarif", null, "'debut=2022-01-10&finPrevue=2023-01-09&gestion=oui&zone=rurale'"),
    ];

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
