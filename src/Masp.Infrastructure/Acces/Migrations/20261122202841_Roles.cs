using System;
using Masp.Infrastructure.Donnees.Sql;
using Microsoft.EntityFrameworkCore.Migrations;
using NodaTime;

#nullable disable

namespace Masp.Infrastructure.Acces.Migrations
{
    /// <inheritdoc />
    public partial class Roles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "beneficiaire_id",
                schema: "acces",
                table: "utilisateurs",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<LocalDate>(
                name: "debut",
                schema: "acces",
                table: "utilisateurs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<LocalDate>(
                name: "fin",
                schema: "acces",
                table: "utilisateurs",
                type: "date",
                nullable: true);
            migrationBuilder.Sql(SqlEmbarque.Read("RoleDesComptes"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "beneficiaire_id",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "debut",
                schema: "acces",
                table: "utilisateurs");

            migrationBuilder.DropColumn(
                name: "fin",
                schema: "acces",
                table: "utilisateurs");
        }
    }
}
