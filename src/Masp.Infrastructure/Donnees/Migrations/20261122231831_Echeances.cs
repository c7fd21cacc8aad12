using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Echeances : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "echeances",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bon_de_commande_id = table.Column<Guid>(type: "uuid", nullable: true),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: true),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lot_code = table.Column<string>(type: "text", nullable: true),
                    nature = table.Column<string>(type: "text", nullable: false),
                    occurrence = table.Column<string>(type: "text", nullable: false),
                    responsable = table.Column<string>(type: "text", nullable: false),
                    reglement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    evenement = table.Column<string>(type: "text", nullable: false),
                    evenement_le = table.Column<LocalDate>(type: "date", nullable: false),
                    date_brute = table.Column<LocalDate>(type: "date", nullable: false),
                    limite = table.Column<LocalDate>(type: "date", nullable: false),
                    cible = table.Column<LocalDate>(type: "date", nullable: true),
                    explication = table.Column<string>(type: "text", nullable: false),
                    etat = table.Column<string>(type: "text", nullable: false),
                    cree_le = table.Column<LocalDate>(type: "date", nullable: false),
                    tenue_le = table.Column<LocalDate>(type: "date", nullable: true),
                    close_le = table.Column<LocalDate>(type: "date", nullable: true),
                    raison = table.Column<string>(type: "text", nullable: true),
                    cause = table.Column<string>(type: "text", nullable: true),
                    commentaire = table.Column<string>(type: "text", nullable: true),
                    expliquee_le = table.Column<LocalDate>(type: "date", nullable: true),
                    expliquee_par = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_echeances", x => new { x.departement_code, x.id });
                    table.ForeignKey(
                        name: "fk_echeances_bons_de_commande_departement_code_bon_de_commande",
                        columns: x => new { x.departement_code, x.bon_de_commande_id },
                        principalSchema: "masp",
                        principalTable: "bons_de_commande",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_echeances_mesures_departement_code_mesure_id",
                        columns: x => new { x.departement_code, x.mesure_id },
                        principalSchema: "masp",
                        principalTable: "mesures",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decalages",
                schema: "masp",
                columns: table => new
                {
                    rang = table.Column<int>(type: "integer", nullable: false),
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    echeance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    de = table.Column<LocalDate>(type: "date", nullable: false),
                    a = table.Column<LocalDate>(type: "date", nullable: false),
                    motif = table.Column<string>(type: "text", nullable: false),
                    par = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<LocalDate>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decalages", x => new { x.departement_code, x.echeance_id, x.rang });
                    table.ForeignKey(
                        name: "fk_decalages_echeances_departement_code_echeance_id",
                        columns: x => new { x.departement_code, x.echeance_id },
                        principalSchema: "masp",
                        principalTable: "echeances",
                        principalColumns: new[] { "departement_code", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_echeance_bon",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "bon_de_commande_id" });

            migrationBuilder.CreateIndex(
                name: "ix_echeance_etat",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "etat", "limite", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_echeance_mesure",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "mesure_id" });

            migrationBuilder.CreateIndex(
                name: "ix_echeance_ouverte",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "limite", "id" },
                filter: "etat = 'Ouverte'");

            migrationBuilder.CreateIndex(
                name: "ux_echeance_dossier",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "bon_de_commande_id", "nature", "occurrence" },
                unique: true,
                filter: "bon_de_commande_id is not null and etat <> 'SansObjet'");

            migrationBuilder.CreateIndex(
                name: "ux_echeance_organisme",
                schema: "masp",
                table: "echeances",
                columns: new[] { "departement_code", "titulaire_id", "lot_code", "nature", "occurrence" },
                unique: true,
                filter: "bon_de_commande_id is null and etat <> 'SansObjet'")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Echeances"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decalages",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "echeances",
                schema: "masp");
        }
    }
}
