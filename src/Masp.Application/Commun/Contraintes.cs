using Masp.Application.Facturation;
using Masp.Application.Mesures.Bilans;
using Masp.Application.Mesures.Fins;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures.Rencontres;
using Npgsql;

namespace Masp.Application.Commun;

/// <summary>What the database refuses, in the words of the rule it guards: the one place where constraint names are known.</summary>
internal static class Contraintes
{
    private static readonly Dictionary<string, Error> Known = new()
    {
        ["ux_commission_date"] = Error.Conflict("commission.deja-ouverte", "Une séance est déjà ouverte à cette date.", "date"),
        ["ux_bon_de_commande_demande"] = Error.Conflict("attribution.deja-faite", "Cette demande est déjà attribuée."),
        ["ux_inscription_numero"] = Error.Conflict("attribution.numero-pris", "Ce numéro du registre est déjà pris : recommencez."),
        ["ux_inscription_ordre"] = Error.Conflict("attribution.numero-pris", "Ce rang du registre est déjà pris : recommencez."),
        ["ux_mesure_beneficiaire_en_cours"] = Error.Conflict("mesure.deja-en-cours", "Cette personne a déjà une mesure en cours (R1)."),
        ["ux_intervenant_compte"] = Error.Conflict("compte.deja-lie", "Ce compte est déjà celui d'un autre intervenant.", "compteId"),
        ["ux_mesure_relayee_date"] = Error.Conflict("relais.deja-prevu", "Un changement de titulaire est déjà prévu pour cette mesure."),
        ["ux_rencontre_externe"] = ReglesDeRencontre.ExterneDejaPris,
        ["ck_rencontre_tenue"] = ReglesDeRencontre.AutreTitulaire,
        ["ck_rencontre_suspension"] = ReglesDeRencontre.Suspendue("ce jour-là"),
        ["ex_tenue_chevauchement"] = Error.Conflict("relais.deja-prevu", "Un changement de titulaire est déjà prévu pour cette mesure."),
        ["ex_suivi_chevauchement"] = Error.Conflict("suivi.chevauchement", "Un autre intervenant vient d'être mis en charge de cette mesure : relisez-la.", "debut"),
        ["ex_absence_chevauchement"] = Error.Conflict("absence.chevauchement", "Une absence est déjà enregistrée ces jours-là.", "debut"),
        ["ex_contrat_chevauchement"] = Error.Conflict("contrat.chevauchement", "Deux contrats d'une même mesure ne peuvent pas se chevaucher."),
        ["ex_suspension_chevauchement"] = Error.Conflict("suspension.chevauchement", "La mesure est déjà suspendue à ces dates.", "periode"),
        ["ux_bilan_etape"] = LectureBilan.DejaTransmis,
        ["ux_bilan_final"] = LectureBilan.DejaTransmis,
        ["ux_avenant_numero"] = Refus.EcritureConcurrente,
        ["ux_fin_ouverte"] = LectureFin.DejaDemandee,
        ["ux_point_bilan"] = Error.Conflict("commission.bilan-en-double", "Ce bilan est déjà à l'ordre du jour de cette séance.", "bilanId"),
        ["ex_convention_chevauchement"] = Error.Conflict("convention.chevauchement", "Ce titulaire a déjà une convention sur ce lot à ces dates."),
        ["ux_echeance_dossier"] = Error.Conflict("echeance.deja-ouverte", "Quelqu'un vient d'ouvrir la même échéance : relisez le dossier, puis recommencez."),
        ["ux_echeance_organisme"] = Error.Conflict("echeance.deja-ouverte", "Quelqu'un vient d'ouvrir la même échéance : relisez le dossier, puis recommencez."),
        ["ux_bareme_debut"] = Error.Conflict("bareme.deja-fixe", "Un barème prend déjà effet ce jour-là.", "debut"),
        ["ux_facture_trimestre"] = LectureFacture.DejaPreparee,
        ["ux_facture_detail_mois"] = Error.Conflict("facture.mois-deja-facture", "Un mois-mesure ne se facture qu'une fois (R42)."),
        ["ux_facture_detail_forfait"] = Error.Conflict("facture.forfait-deja-facture", "Un forfait ne se facture qu'une fois (R16)."),
        ["ck_dossier_archive"] = Beneficiaire.DossierArchive,
        ["ck_demande_dossier_efface"] = Error.Invalid("beneficiaire.inconnu", "Cette personne n'est pas connue.", "beneficiaireId"),
        ["ux_visa_archivage"] = Error.Conflict("visa.deja-enregistre", "Le visa des archives est déjà enregistré pour ce dossier.", "reference"),
        ["ck_effacement"] = Error.Conflict("effacement.refuse", "Ce dossier ne peut pas être effacé : relisez-le, puis recommencez."),
        ["ux_commune_affectation"] = Error.Conflict("commune.affectation-en-double", "Cette commune a déjà un lot et une zone à cette date."),
    };

    /// <summary>Null for what is not a refusal but a fault: it stays an exception.</summary>
    public static Error? Translate(PostgresException exception) =>
        exception.ConstraintName is { } name && Known.TryGetValue(name, out var error) ? error : null;
}
