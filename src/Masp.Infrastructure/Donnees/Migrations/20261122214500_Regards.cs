using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Regards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "informations_de_sante",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    maj_le = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_informations_de_sante", x => new { x.departement_code, x.mesure_id });
                });

            migrationBuilder.CreateTable(
                name: "notes",
                schema: "masp",
                columns: table => new
                {
                    departement_code = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mesure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    le = table.Column<LocalDate>(type: "date", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "uuid", nullable: false),
                    titulaire_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_referent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisme = table.Column<string>(type: "text", nullable: false),
                    portee = table.Column<string>(type: "text", nullable: false),
                    texte = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => new { x.departement_code, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_note_mesure",
                schema: "masp",
                table: "notes",
                columns: new[] { "departement_code", "mesure_id", "le", "id" });
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Regards"));
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Notes"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "informations_de_sante",
                schema: "masp");

            migrationBuilder.DropTable(
                name: "notes",
                schema: "masp");
        }
    }
}
