using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class SuitesDeMesure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<LocalDate>(
                name: "signe_le",
                schema: "masp",
                table: "contrats",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "avenants",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_numero = table.Column<string>(type: "text", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    accord_le = table.Column<LocalDate>(type: "date", nullable: false),
                    propose_le = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    prepare_le = table.Column<LocalDate>(type: "date", nullable: true),
                    signe_le = table.Column<LocalDate>(type: "date", nullable: true),
                    effet_le = table.Column<LocalDate>(type: "date", nullable: true),
                    refuse_le = table.Column<LocalDate>(type: "date", nullable: true),
                    motif_refus = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    objet_avec_gestion = table.Column<bool>(type: "boolean", nullable: true),
                    objet_debut = table.Column<LocalDate>(type: "date", nullable: true),
                    objet_fin = table.Column<LocalDate>(type: "date", nullable: true),
                    objet_nature = table.Column<string>(type: "text", nullable: false),
                    objet_nouvelle_fin = table.Column<LocalDate>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_avenants", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "bilans",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_numero = table.Column<string>(type: "text", nullable: false),
                    contrat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    nature = table.Column<string>(type: "text", nullable: false),
                    mois = table.Column<int>(type: "integer", nullable: true),
                    etabli_le = table.Column<LocalDate>(type: "date", nullable: false),
                    transmis_le = table.Column<LocalDate>(type: "date", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    articulation = table.Column<string>(type: "text", nullable: false),
                    rencontres = table.Column<int>(type: "integer", nullable: true),
                    suite_demandee = table.Column<string>(type: "text", nullable: true),
                    duree_demandee = table.Column<int>(type: "integer", nullable: true),
                    gestion_demandee = table.Column<bool>(type: "boolean", nullable: true),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    avis_du_referent_favorable = table.Column<bool>(type: "boolean", nullable: true),
                    avis_du_referent_motif = table.Column<string>(type: "text", nullable: true),
                    avis_du_referent_date = table.Column<LocalDate>(type: "date", nullable: true),
                    avis_du_referent_utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    avis = table.Column<string>(type: "jsonb", nullable: false),
                    decision_suite = table.Column<string>(type: "text", nullable: true),
                    decision_date = table.Column<LocalDate>(type: "date", nullable: true),
                    decision_utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_duree_mois = table.Column<int>(type: "integer", nullable: true),
                    decision_avec_gestion = table.Column<bool>(type: "boolean", nullable: true),
                    decision_motif_fin = table.Column<string>(type: "text", nullable: true),
                    decision_motif = table.Column<string>(type: "text", nullable: true),
                    decision_motif_divergence = table.Column<string>(type: "text", nullable: true),
                    decision_motif_exceptionnel = table.Column<string>(type: "text", nullable: true),
                    notifications = table.Column<string>(type: "jsonb", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bilans", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "demandes_de_fin",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_numero = table.Column<string>(type: "text", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    initiateur = table.Column<string>(type: "text", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    dernier_jour_souhaite = table.Column<LocalDate>(type: "date", nullable: false),
                    explication = table.Column<string>(type: "text", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposee_le = table.Column<LocalDate>(type: "date", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    fondee = table.Column<bool>(type: "boolean", nullable: true),
                    avis_le = table.Column<LocalDate>(type: "date", nullable: true),
                    motif_avis = table.Column<string>(type: "text", nullable: true),
                    decidee_le = table.Column<LocalDate>(type: "date", nullable: true),
                    decidee_par = table.Column<Guid>(type: "uuid", nullable: true),
                    motif_decision = table.Column<string>(type: "text", nullable: true),
                    dernier_jour = table.Column<LocalDate>(type: "date", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demandes_de_fin", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "points_de_bilan",
                schema: "masp",
                columns: table => new
                {
                    ordre = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    commission_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bilan_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points_de_bilan", x => new { x.departement_code, x.commission_id, x.ordre });
                    table.ForeignKey(
                        name: "fk_points_de_bilan_commissions_departement_code_commission_id",
                        columns: x => new { x.departement_code, x.commission_id },
                        principalSchema: "masp",
                        principalTable: "commissions",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "projets_intervention",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projets_intervention", x => new { x.departement_code, x.mesure_id });
                });

            migrationBuilder.CreateTable(
                name: "versions_de_projet",
                schema: "masp",
                columns: table => new
                {
                    numero = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etabli_le = table.Column<LocalDate>(type: "date", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: false),
                    reste_a_vivre = table.Column<long>(type: "bigint", nullable: true),
                    envoye_le = table.Column<LocalDate>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_versions_de_projet", x => new { x.departement_code, x.mesure_id, x.numero });
                    table.ForeignKey(
                        name: "fk_versions_de_projet_projets_intervention_departement_code_me",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "projets_intervention",
                        principalColumns: new[] { "departement_code", "mesure_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_avenant_en_attente",
                schema: "masp",
                table: "avenants",
                columns: new[] { "departement_code", "propose_le", "id" },
                filter: "etat in ('Propose', 'Prepare')");

            migrationBuilder.CreateIndex(
                name: "ux_avenant_numero",
                schema: "masp",
                table: "avenants",
                columns: new[] { "departement_code", "mesure_id", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bilan_en_attente",
                schema: "masp",
                table: "bilans",
                columns: new[] { "departement_code", "transmis_le", "id" },
                filter: "etat not in ('Transmis', 'Decide')");

            migrationBuilder.CreateIndex(
                name: "ix_bilan_mesure",
                schema: "masp",
                table: "bilans",
                columns: new[] { "departement_code", "mesure_id", "transmis_le" });

            migrationBuilder.CreateIndex(
                name: "ux_bilan_etape",
                schema: "masp",
                table: "bilans",
                columns: new[] { "departement_code", "contrat_id", "mois" },
                unique: true,
                filter: "nature = 'Etape'");

            migrationBuilder.CreateIndex(
                name: "ux_bilan_final",
                schema: "masp",
                table: "bilans",
                columns: new[] { "departement_code", "contrat_id" },
                unique: true,
                filter: "nature = 'Final'");

            migrationBuilder.CreateIndex(
                name: "ix_fin_mesure",
                schema: "masp",
                table: "demandes_de_fin",
                columns: new[] { "departement_code", "mesure_id", "proposee_le" });

            migrationBuilder.CreateIndex(
                name: "ux_fin_ouverte",
                schema: "masp",
                table: "demandes_de_fin",
                columns: new[] { "departement_code", "mesure_id" },
                unique: true,
                filter: "etat in ('AvisReferentAttendu', 'ADecider')");

            migrationBuilder.CreateIndex(
                name: "ix_point_bilan",
                schema: "masp",
                table: "points_de_bilan",
                columns: new[] { "departement_code", "bilan_id" });

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("SuitesDeMesure"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function masp.garder_ecrit() cascade; drop function masp.garder_version() cascade;");
            migrationBuilder.DropTable(
                name: "avenants",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "bilans",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "demandes_de_fin",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "points_de_bilan",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "versions_de_projet",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "projets_intervention",
                schema: "masp");

            migrationBuilder.DropColumn(
                name: "signe_le",
                schema: "masp",
                table: "contrats");
        }
    }
}
