using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class Notifications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<LocalDate>(
                name: "decision_notifiee_a_la_personne_le",
                schema: "masp",
                table: "demandes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_notifiee_a_la_personne_par",
                schema: "masp",
                table: "demandes",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<LocalDate>(
                name: "decision_notifiee_au_service_le",
                schema: "masp",
                table: "demandes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_notifiee_au_service_par",
                schema: "masp",
                table: "demandes",
                type: "text",
                nullable: true);
            migrationBuilder.Sql(Sql.SqlEmbarque.Read("Notifications"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger garder_notification on masp.demandes; drop function masp.garder_notification();");
            migrationBuilder.DropColumn(
                name: "decision_notifiee_a_la_personne_le",
                schema: "masp",
                table: "demandes");

            migrationBuilder.DropColumn(
                name: "decision_notifiee_a_la_personne_par",
                schema: "masp",
                table: "demandes");

            migrationBuilder.DropColumn(
                name: "decision_notifiee_au_service_le",
                schema: "masp",
                table: "demandes");

            migrationBuilder.DropColumn(
                name: "decision_notifiee_au_service_par",
                schema: "masp",
                table: "demandes");
        }
    }
}
