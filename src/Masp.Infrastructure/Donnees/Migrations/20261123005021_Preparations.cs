using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Preparations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "preparations_de_contrat",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contenu = table.Column<string>(type: "jsonb", nullable: true),
                    pre_signe_le = table.Column<LocalDate>(type: "date", nullable: true),
                    scan_nom = table.Column<string>(type: "text", nullable: true),
                    scan_le = table.Column<LocalDate>(type: "date", nullable: true),
                    scan_empreinte = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preparations_de_contrat", x => new { x.departement_code, x.bon_de_commande_id });
                });

            migrationBuilder.CreateTable(
                name: "scans_de_contrat",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nom = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    contenu = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scans_de_contrat", x => new { x.departement_code, x.bon_de_commande_id });
                });

            migrationBuilder.CreateTable(
                name: "autorisations_de_gestion",
                schema: "masp",
                columns: table => new
                {
                    prestation = table.Column<string>(type: "text", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_autorisations_de_gestion", x => new { x.departement_code, x.bon_de_commande_id, x.prestation });
                    table.ForeignKey(
                        name: "fk_autorisations_de_gestion_preparations_de_contrat_departemen",
                        columns: x => new { x.departement_code, x.bon_de_commande_id },
                        principalSchema: "masp",
                        principalTable: "preparations_de_contrat",
                        principalColumns: new[] { "departement_code", "bon_de_commande_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "copies_de_contrat",
                schema: "masp",
                columns: table => new
                {
                    destinataire = table.Column<string>(type: "text", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    envoyee_le = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_copies_de_contrat", x => new { x.departement_code, x.bon_de_commande_id, x.destinataire });
                    table.ForeignKey(
                        name: "fk_copies_de_contrat_preparations_de_contrat_departement_code_",
                        columns: x => new { x.departement_code, x.bon_de_commande_id },
                        principalSchema: "masp",
                        principalTable: "preparations_de_contrat",
                        principalColumns: new[] { "departement_code", "bon_de_commande_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rendez_vous",
                schema: "masp",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<LocalDate>(type: "date", nullable: false),
                    heure = table.Column<LocalTime>(type: "time", nullable: true),
                    lieu = table.Column<string>(type: "text", nullable: false),
                    pris_le = table.Column<LocalDate>(type: "date", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: true),
                    commentaire = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rendez_vous", x => new { x.departement_code, x.bon_de_commande_id, x.id });
                    table.ForeignKey(
                        name: "fk_rendez_vous_preparations_de_contrat_departement_code_bon_de",
                        columns: x => new { x.departement_code, x.bon_de_commande_id },
                        principalSchema: "masp",
                        principalTable: "preparations_de_contrat",
                        principalColumns: new[] { "departement_code", "bon_de_commande_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rendez_vous_date",
                schema: "masp",
                table: "rendez_vous",
                columns: new[] { "departement_code", "date" });

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Scans") + Sql.SqlEmbarque.Read("Preparations"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "autorisations_de_gestion",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "copies_de_contrat",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "rendez_vous",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "scans_de_contrat",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "preparations_de_contrat",
                schema: "masp");
        }
    }
}
