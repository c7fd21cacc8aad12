using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Masp.Infrastructure.Acces.Migrations
{
    /// <inheritdoc />
    public partial class CompteDeLaPersonne : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ux_compte_beneficiaire",
                schema: "acces",
                table: "utilisateurs",
                columns: new[] { "departement_code", "beneficiaire_id" },
                unique: true,
                filter: "beneficiaire_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_compte_beneficiaire",
                schema: "acces",
                table: "utilisateurs");
        }
    }
}
