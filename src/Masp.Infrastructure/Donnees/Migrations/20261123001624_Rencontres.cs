using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Rencontres : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rencontres",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    heure = table.Column<LocalTime>(type: "time", nullable: true),
                    duree_minutes = table.Column<int>(type: "integer", nullable: true),
                    lieu = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    trajet_minutes = table.Column<int>(type: "integer", nullable: true),
                    trajet_km = table.Column<int>(type: "integer", nullable: true),
                    externe_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    enregistree_le = table.Column<LocalDate>(type: "date", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rencontres", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "corrections_de_rencontre",
                schema: "masp",
                columns: table => new
                {
                    rang = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    rencontre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    avant = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections_de_rencontre", x => new { x.departement_code, x.rencontre_id, x.rang });
                    table.ForeignKey(
                        name: "fk_corrections_de_rencontre_rencontres_departement_code_rencon",
                        columns: x => new { x.departement_code, x.rencontre_id },
                        principalSchema: "masp",
                        principalTable: "rencontres",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rencontre_intervenant",
                schema: "masp",
                table: "rencontres",
                columns: new[] { "departement_code", "intervenant_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_rencontre_mesure",
                schema: "masp",
                table: "rencontres",
                columns: new[] { "departement_code", "mesure_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_rencontre_externe",
                schema: "masp",
                table: "rencontres",
                columns: new[] { "departement_code", "titulaire_id", "externe_id" },
                unique: true,
                filter: "externe_id is not null");

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Rencontres"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections_de_rencontre",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "rencontres",
                schema: "masp");
        }
    }
}
