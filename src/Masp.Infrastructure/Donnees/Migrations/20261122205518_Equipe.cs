using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Equipe : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<LocalDate>(
                name: "intervenant_depuis",
                schema: "masp",
                table: "mesures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "intervenant_id",
                schema: "masp",
                table: "mesures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<LocalDate>(
                name: "titulaire_depuis",
                schema: "masp",
                table: "mesures",
                type: "date",
                nullable: false,
                defaultValue: new NodaTime.LocalDate(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "titulaire_precedent_id",
                schema: "masp",
                table: "mesures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "intervenant_id",
                schema: "masp",
                table: "bons_de_commande",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "intervenants",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    prenom = table.Column<string>(type: "text", nullable: false),
                    diplome = table.Column<string>(type: "text", nullable: false),
                    est_chef = table.Column<bool>(type: "boolean", nullable: false),
                    chef_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entree = table.Column<LocalDate>(type: "date", nullable: false),
                    sortie = table.Column<LocalDate>(type: "date", nullable: true),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_intervenants", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "suivis",
                schema: "masp",
                columns: table => new
                {
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    intervenant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivis", x => new { x.departement_code, x.mesure_id, x.debut });
                    table.ForeignKey(
                        name: "fk_suivis_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tenues",
                schema: "masp",
                columns: table => new
                {
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    contrat_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenues", x => new { x.departement_code, x.mesure_id, x.debut });
                    table.ForeignKey(
                        name: "fk_tenues_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    intervenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: false),
                    remplacant_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => new { x.departement_code, x.intervenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_absences_intervenants_departement_code_intervenant_id",
                        columns: x => new { x.departement_code, x.intervenant_id },
                        principalSchema: "masp",
                        principalTable: "intervenants",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quotites",
                schema: "masp",
                columns: table => new
                {
                    debut = table.Column<LocalDate>(type: "date", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    intervenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fin = table.Column<LocalDate>(type: "date", nullable: true),
                    etp = table.Column<decimal>(type: "numeric(3,2)", precision: 3, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotites", x => new { x.departement_code, x.intervenant_id, x.debut });
                    table.ForeignKey(
                        name: "fk_quotites_intervenants_departement_code_intervenant_id",
                        columns: x => new { x.departement_code, x.intervenant_id },
                        principalSchema: "masp",
                        principalTable: "intervenants",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mesure_intervenant",
                schema: "masp",
                table: "mesures",
                columns: new[] { "departement_code", "intervenant_id", "etat", "debut", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_bon_intervenant",
                schema: "masp",
                table: "bons_de_commande",
                columns: new[] { "departement_code", "intervenant_id" });

            migrationBuilder.CreateIndex(
                name: "ix_absence_remplacant",
                schema: "masp",
                table: "absences",
                columns: new[] { "departement_code", "remplacant_id", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_intervenant_titulaire",
                schema: "masp",
                table: "intervenants",
                columns: new[] { "departement_code", "titulaire_id", "entree" });

            migrationBuilder.CreateIndex(
                name: "ux_intervenant_compte",
                schema: "masp",
                table: "intervenants",
                columns: new[] { "departement_code", "utilisateur_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_intervenant",
                schema: "masp",
                table: "suivis",
                columns: new[] { "departement_code", "intervenant_id", "fin" });

            migrationBuilder.CreateIndex(
                name: "ix_tenue_contrat",
                schema: "masp",
                table: "tenues",
                columns: new[] { "departement_code", "contrat_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tenue_titulaire",
                schema: "masp",
                table: "tenues",
                columns: new[] { "departement_code", "titulaire_id", "fin" });

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Equipe"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "quotites",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "suivis",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "tenues",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "intervenants",
                schema: "masp");

            migrationBuilder.DropIndex(
                name: "ix_mesure_intervenant",
                schema: "masp",
                table: "mesures");

            migrationBuilder.DropIndex(
                name: "ix_bon_intervenant",
                schema: "masp",
                table: "bons_de_commande");

            migrationBuilder.DropColumn(
                name: "intervenant_depuis",
                schema: "masp",
                table: "mesures");

            migrationBuilder.DropColumn(
                name: "intervenant_id",
                schema: "masp",
                table: "mesures");

            migrationBuilder.DropColumn(
                name: "titulaire_depuis",
                schema: "masp",
                table: "mesures");

            migrationBuilder.DropColumn(
                name: "titulaire_precedent_id",
                schema: "masp",
                table: "mesures");

            migrationBuilder.DropColumn(
                name: "intervenant_id",
                schema: "masp",
                table: "bons_de_commande");
        }
    }
}
