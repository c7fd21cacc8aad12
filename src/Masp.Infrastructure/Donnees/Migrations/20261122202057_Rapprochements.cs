using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Rapprochements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "rapprochement",
                schema: "masp",
                table: "demandes",
                type: "text",
                nullable: true);
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Rapprochements"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop policy deposant on masp.beneficiaires;
                alter table masp.beneficiaires drop column service_deposant;
                drop policy rapprochement on masp.beneficiaires;
                revoke delete on masp.beneficiaires from masp_app;
                drop function masp.homonymes(text, text, date);
                drop function masp.personnes_trouvees(text, int);
                alter table masp.beneficiaires drop column identite;
                drop function masp.normaliser(text);
                """);
            migrationBuilder.DropColumn(
                name: "rapprochement",
                schema: "masp",
                table: "demandes");
        }
    }
}
