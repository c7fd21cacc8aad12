using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Relais : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "passages_de_relais",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    etendue = table.Column<string>(type: "text", nullable: false),
                    cedant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    repreneur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lot_code = table.Column<string>(type: "text", nullable: false),
                    demandee = table.Column<LocalDate>(type: "date", nullable: false),
                    prevu_le = table.Column<LocalDate>(type: "date", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages_de_relais", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mesures_relayees",
                schema: "masp",
                columns: table => new
                {
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    passage_de_relais_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<string>(type: "text", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    ancien = table.Column<string>(type: "text", nullable: true),
                    rencontre_equipes_le = table.Column<LocalDate>(type: "date", nullable: true),
                    rencontre_personne_le = table.Column<LocalDate>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mesures_relayees", x => new { x.departement_code, x.passage_de_relais_id, x.mesure_id });
                    table.ForeignKey(
                        name: "fk_mesures_relayees_passages_de_relais_departement_code_passag",
                        columns: x => new { x.departement_code, x.passage_de_relais_id },
                        principalSchema: "masp",
                        principalTable: "passages_de_relais",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_mesure_relayee_date",
                schema: "masp",
                table: "mesures_relayees",
                columns: new[] { "departement_code", "mesure_id", "date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_relais_prevu",
                schema: "masp",
                table: "passages_de_relais",
                columns: new[] { "departement_code", "prevu_le", "id" });

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Relais"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mesures_relayees",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "passages_de_relais",
                schema: "masp");
        }
    }
}
