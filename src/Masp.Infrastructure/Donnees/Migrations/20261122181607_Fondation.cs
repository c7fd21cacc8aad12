using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Fondation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "masp");

            migrationBuilder.CreateTable(
                name: "baremes",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    sgu = table.Column<long>(type: "bigint", nullable: false),
                    agu = table.Column<long>(type: "bigint", nullable: false),
                    sgr = table.Column<long>(type: "bigint", nullable: false),
                    agr = table.Column<long>(type: "bigint", nullable: false),
                    forfait = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_baremes", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "beneficiaires",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    prenom = table.Column<string>(type: "text", nullable: false),
                    date_naissance = table.Column<LocalDate>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beneficiaires", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "bons_de_commande",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    numero_tour = table.Column<int>(type: "integer", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    demande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beneficiaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_referent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commune_insee = table.Column<string>(type: "text", nullable: false),
                    avec_gestion = table.Column<bool>(type: "boolean", nullable: false),
                    duree_mois = table.Column<int>(type: "integer", nullable: false),
                    emis_le = table.Column<LocalDate>(type: "date", nullable: false),
                    explication = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    recu_le = table.Column<LocalDate>(type: "date", nullable: true),
                    reception_reputee = table.Column<bool>(type: "boolean", nullable: false),
                    premiere_rencontre_le = table.Column<LocalDate>(type: "date", nullable: true),
                    signe_le = table.Column<LocalDate>(type: "date", nullable: true),
                    clos_le = table.Column<LocalDate>(type: "date", nullable: true),
                    motif_cloture = table.Column<string>(type: "text", nullable: true),
                    forfait = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bons_de_commande", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "commissions",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commissions", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "communes",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    codes_postaux = table.Column<List<string>>(type: "text[]", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communes", x => new { x.departement_code, x.code_insee });
                });

            migrationBuilder.CreateTable(
                name: "demandes",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    beneficiaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_referent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commune_insee = table.Column<string>(type: "text", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: true),
                    deposee_le = table.Column<LocalDate>(type: "date", nullable: false),
                    accord_le = table.Column<LocalDate>(type: "date", nullable: false),
                    prestations = table.Column<List<string>>(type: "text[]", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true),
                    gestion_souhaitee = table.Column<bool>(type: "boolean", nullable: true),
                    duree_souhaitee = table.Column<int>(type: "integer", nullable: true),
                    etat = table.Column<string>(type: "text", nullable: false),
                    decision_sens = table.Column<string>(type: "text", nullable: true),
                    decision_date = table.Column<LocalDate>(type: "date", nullable: true),
                    decision_utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_avec_gestion = table.Column<bool>(type: "boolean", nullable: true),
                    decision_duree_mois = table.Column<int>(type: "integer", nullable: true),
                    decision_lot_code = table.Column<string>(type: "text", nullable: true),
                    decision_motif = table.Column<string>(type: "text", nullable: true),
                    decision_fondement = table.Column<string>(type: "text", nullable: true),
                    decision_motif_divergence = table.Column<string>(type: "text", nullable: true),
                    decision_motif_ineligibilite = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    eligibilite_capable_de_s_engager = table.Column<bool>(type: "boolean", nullable: false),
                    eligibilite_majeur = table.Column<bool>(type: "boolean", nullable: false),
                    eligibilite_percoit_prestation = table.Column<bool>(type: "boolean", nullable: false),
                    eligibilite_sans_alteration_medicale = table.Column<bool>(type: "boolean", nullable: false),
                    eligibilite_sante_ou_securite_menacee = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "departements",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departements", x => x.departement_code);
                });

            migrationBuilder.CreateTable(
                name: "factures",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    trimestre = table.Column<int>(type: "integer", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: true),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    preparee_le = table.Column<LocalDate>(type: "date", nullable: false),
                    validee_le = table.Column<LocalDate>(type: "date", nullable: true),
                    validee_par = table.Column<Guid>(type: "uuid", nullable: true),
                    emise_le = table.Column<LocalDate>(type: "date", nullable: true),
                    avoir_de = table.Column<Guid>(type: "uuid", nullable: true),
                    motif = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_factures", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inscriptions",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: true),
                    nature = table.Column<string>(type: "text", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    compte_avant = table.Column<int>(type: "integer", nullable: false),
                    compte_apres = table.Column<int>(type: "integer", nullable: false),
                    comptes = table.Column<string>(type: "jsonb", nullable: false),
                    explication = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: true),
                    motif_choix = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscriptions", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "lots",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots", x => new { x.departement_code, x.code });
                });

            migrationBuilder.CreateTable(
                name: "mesures",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    beneficiaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_referent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    premiere_rencontre_le = table.Column<LocalDate>(type: "date", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    motif_fin = table.Column<string>(type: "text", nullable: true),
                    fin_prevue = table.Column<LocalDate>(type: "date", nullable: false),
                    fin_reelle = table.Column<LocalDate>(type: "date", nullable: true),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    avec_gestion = table.Column<bool>(type: "boolean", nullable: false),
                    commune_insee = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mesures", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "reglements",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    parametres = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reglements", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "services_referents",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_services_referents", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "titulaires",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    siret = table.Column<string>(type: "text", nullable: false),
                    adresse = table.Column<string>(type: "text", nullable: false),
                    iban = table.Column<string>(type: "text", nullable: false),
                    serie_facture = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_titulaires", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tours_de_role",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    dernier_numero = table.Column<int>(type: "integer", nullable: false),
                    dernier_ordre = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tours_de_role", x => new { x.departement_code, x.lot_code });
                });

            migrationBuilder.CreateTable(
                name: "deplacements",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    lieu = table.Column<string>(type: "text", nullable: false),
                    intervenant = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deplacements", x => new { x.departement_code, x.bon_de_commande_id, x.id });
                    table.ForeignKey(
                        name: "fk_deplacements_bons_de_commande_departement_code_bon_de_comma",
                        columns: x => new { x.departement_code, x.bon_de_commande_id },
                        principalSchema: "masp",
                        principalTable: "bons_de_commande",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "points_ordre_du_jour",
                schema: "masp",
                columns: table => new
                {
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    demande_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points_ordre_du_jour", x => new { x.departement_code, x.commission_id, x.ordre });
                    table.ForeignKey(
                        name: "fk_points_ordre_du_jour_commissions_departement_code_commissio",
                        columns: x => new { x.departement_code, x.commission_id },
                        principalSchema: "masp",
                        principalTable: "commissions",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "affectations",
                schema: "masp",
                columns: table => new
                {
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    code_insee = table.Column<string>(type: "character varying(5)", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    demonstration = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("ux_commune_affectation", x => new { x.departement_code, x.code_insee, x.debut });
                    table.ForeignKey(
                        name: "fk_affectations_communes_departement_code_code_insee",
                        columns: x => new { x.departement_code, x.code_insee },
                        principalSchema: "masp",
                        principalTable: "communes",
                        principalColumns: new[] { "departement_code", "code_insee" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "avis",
                schema: "masp",
                columns: table => new
                {
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    demande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    sens = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avis", x => new { x.departement_code, x.demande_id, x.commission_id });
                    table.ForeignKey(
                        name: "fk_avis_demandes_departement_code_demande_id",
                        columns: x => new { x.departement_code, x.demande_id },
                        principalSchema: "masp",
                        principalTable: "demandes",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lignes_detaillees",
                schema: "masp",
                columns: table => new
                {
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    facture_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    contrat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mois_numero = table.Column<int>(type: "integer", nullable: true),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: false),
                    type = table.Column<string>(type: "text", nullable: true),
                    quantite = table.Column<int>(type: "integer", nullable: false),
                    prix_unitaire = table.Column<long>(type: "bigint", nullable: false),
                    montant = table.Column<long>(type: "bigint", nullable: false),
                    bareme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    retenue = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lignes_detaillees", x => new { x.departement_code, x.facture_id, x.ordre });
                    table.ForeignKey(
                        name: "fk_lignes_detaillees_factures_departement_code_facture_id",
                        columns: x => new { x.departement_code, x.facture_id },
                        principalSchema: "masp",
                        principalTable: "factures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lignes_facture",
                schema: "masp",
                columns: table => new
                {
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    facture_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    quantite = table.Column<int>(type: "integer", nullable: false),
                    prix_unitaire = table.Column<long>(type: "bigint", nullable: false),
                    montant = table.Column<long>(type: "bigint", nullable: false),
                    bareme_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lignes_facture", x => new { x.departement_code, x.facture_id, x.ordre });
                    table.ForeignKey(
                        name: "fk_lignes_facture_factures_departement_code_facture_id",
                        columns: x => new { x.departement_code, x.facture_id },
                        principalSchema: "masp",
                        principalTable: "factures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "changements_de_gestion",
                schema: "masp",
                columns: table => new
                {
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    avec_gestion = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changements_de_gestion", x => new { x.departement_code, x.mesure_id, x.date });
                    table.ForeignKey(
                        name: "fk_changements_de_gestion_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contrats",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    duree_mois = table.Column<int>(type: "integer", nullable: false),
                    fin_prevue = table.Column<LocalDate>(type: "date", nullable: false),
                    fin_reelle = table.Column<LocalDate>(type: "date", nullable: true),
                    avec_gestion = table.Column<bool>(type: "boolean", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision_depuis = table.Column<LocalDate>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contrats", x => new { x.departement_code, x.mesure_id, x.id });
                    table.ForeignKey(
                        name: "fk_contrats_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "residences",
                schema: "masp",
                columns: table => new
                {
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commune_insee = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residences", x => new { x.departement_code, x.mesure_id, x.debut });
                    table.ForeignKey(
                        name: "fk_residences_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suspensions",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspensions", x => new { x.departement_code, x.mesure_id, x.id });
                    table.ForeignKey(
                        name: "fk_suspensions_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "habilitations",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    service_referent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habilitations", x => new { x.departement_code, x.service_referent_id, x.id });
                    table.ForeignKey(
                        name: "fk_habilitations_services_referents_departement_code_service_r",
                        columns: x => new { x.departement_code, x.service_referent_id },
                        principalSchema: "masp",
                        principalTable: "services_referents",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    rang = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conventions", x => new { x.departement_code, x.titulaire_id, x.id });
                    table.ForeignKey(
                        name: "fk_conventions_titulaires_departement_code_titulaire_id",
                        columns: x => new { x.departement_code, x.titulaire_id },
                        principalSchema: "masp",
                        principalTable: "titulaires",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "places",
                schema: "masp",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_nom = table.Column<string>(type: "text", nullable: false),
                    rang = table.Column<int>(type: "integer", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    compte = table.Column<int>(type: "integer", nullable: false),
                    dernier_servi = table.Column<int>(type: "integer", nullable: false),
                    assis = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_places", x => new { x.departement_code, x.lot_code, x.convention_id });
                    table.ForeignKey(
                        name: "fk_places_tours_de_role_departement_code_lot_code",
                        columns: x => new { x.departement_code, x.lot_code },
                        principalSchema: "masp",
                        principalTable: "tours_de_role",
                        principalColumns: new[] { "departement_code", "lot_code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_bareme_debut",
                schema: "masp",
                table: "baremes",
                columns: new[] { "departement_code", "debut" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_beneficiaire_nom",
                schema: "masp",
                table: "beneficiaires",
                columns: new[] { "departement_code", "nom", "prenom" });

            migrationBuilder.CreateIndex(
                name: "ix_bon_beneficiaire",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "beneficiaire_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bon_emission",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "emis_le", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bon_etat",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "etat", "emis_le", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bon_titulaire",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "titulaire_id", "emis_le", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_bon_de_commande_demande",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "demande_id" },
                unique: true,
                filter: "etat <> 'Annule'");

            migrationBuilder.CreateIndex(
                name: "ux_bon_de_commande_numero",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_commission_date",
                schema: "masp",
                table: "commissions",
                columns: new[] { "departement_code", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contrat_titulaire",
                schema: "masp",
                table: "contrats",
                columns: new[] { "departement_code", "titulaire_id", "fin_prevue" });

            migrationBuilder.CreateIndex(
                name: "ix_demande_beneficiaire",
                schema: "masp",
                table: "demandes",
                columns: new[] { "departement_code", "beneficiaire_id" });

            migrationBuilder.CreateIndex(
                name: "ix_demande_depot",
                schema: "masp",
                table: "demandes",
                columns: new[] { "departement_code", "deposee_le", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_demande_etat",
                schema: "masp",
                table: "demandes",
                columns: new[] { "departement_code", "etat", "deposee_le", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_demande_service",
                schema: "masp",
                table: "demandes",
                columns: new[] { "departement_code", "service_referent_id" });

            migrationBuilder.CreateIndex(
                name: "ux_demande_numero",
                schema: "masp",
                table: "demandes",
                columns: new[] { "departement_code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_facture_liste",
                schema: "masp",
                table: "factures",
                columns: new[] { "departement_code", "trimestre", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_facture_avoir_de",
                schema: "masp",
                table: "factures",
                columns: new[] { "departement_code", "avoir_de" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_facture_numero",
                schema: "masp",
                table: "factures",
                columns: new[] { "departement_code", "titulaire_id", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_facture_trimestre",
                schema: "masp",
                table: "factures",
                columns: new[] { "departement_code", "titulaire_id", "lot_code", "trimestre" },
                unique: true,
                filter: "nature = 'Facture' and etat <> 'Creditee'");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_bon",
                schema: "masp",
                table: "inscriptions",
                columns: new[] { "departement_code", "bon_de_commande_id" });

            migrationBuilder.CreateIndex(
                name: "ux_inscription_numero",
                schema: "masp",
                table: "inscriptions",
                columns: new[] { "departement_code", "lot_code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_inscription_ordre",
                schema: "masp",
                table: "inscriptions",
                columns: new[] { "departement_code", "lot_code", "ordre" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_facture_detail_forfait",
                schema: "masp",
                table: "lignes_detaillees",
                columns: new[] { "departement_code", "bon_de_commande_id" },
                unique: true,
                filter: "retenue and bon_de_commande_id is not null");

            migrationBuilder.CreateIndex(
                name: "ux_facture_detail_mois",
                schema: "masp",
                table: "lignes_detaillees",
                columns: new[] { "departement_code", "contrat_id", "mois_numero" },
                unique: true,
                filter: "retenue and contrat_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mesure_beneficiaire",
                schema: "masp",
                table: "mesures",
                columns: new[] { "departement_code", "beneficiaire_id" },
                unique: true,
                filter: "etat = 'EnCours'");

            migrationBuilder.CreateIndex(
                name: "ux_mesure_bon_de_commande",
                schema: "masp",
                table: "mesures",
                columns: new[] { "departement_code", "bon_de_commande_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_mesure_numero",
                schema: "masp",
                table: "mesures",
                columns: new[] { "departement_code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_point_demande",
                schema: "masp",
                table: "points_ordre_du_jour",
                columns: new[] { "departement_code", "demande_id" });

            migrationBuilder.CreateIndex(
                name: "ux_reglement_debut",
                schema: "masp",
                table: "reglements",
                columns: new[] { "departement_code", "debut" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_titulaire_serie",
                schema: "masp",
                table: "titulaires",
                columns: new[] { "departement_code", "serie_facture" },
                unique: true);

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Contraintes"));
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Gardes"));
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Politiques"));
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Recherche"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "affectations",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "avis",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "baremes",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "beneficiaires",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "changements_de_gestion",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "contrats",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "conventions",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "departements",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "deplacements",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "habilitations",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "inscriptions",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "lignes_detaillees",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "lignes_facture",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "lots",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "places",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "points_ordre_du_jour",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "reglements",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "residences",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "suspensions",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "communes",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "demandes",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "titulaires",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "bons_de_commande",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "services_referents",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "factures",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "tours_de_role",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "commissions",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "mesures",
                schema: "masp");
        }
    }
}
