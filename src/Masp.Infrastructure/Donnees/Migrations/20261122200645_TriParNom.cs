using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Masp.Infrastructure.Donnees.Migrations
{
    /// <inheritdoc />
    public partial class TriParNom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameIndex(
                name: "ix_mesure_beneficiaire",
                schema: "masp",
                table: "mesures",
                newName: "ux_mesure_beneficiaire_en_cours");

            migrationBuilder.Sql(Sql.SqlEmbarque.Read("TriParNom"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger nommer_mesure on masp.mesures;
                drop function masp.nommer_mesure();
                drop index masp.ix_mesure_beneficiaire;
                alter table masp.mesures drop column beneficiaire_nom;
                alter table masp.mesures add foreign key (departement_code, beneficiaire_id) references masp.beneficiaires;
                alter table masp.beneficiaires drop constraint ux_beneficiaire_nom;
                """);

            migrationBuilder.RenameIndex(
                name: "ux_mesure_beneficiaire_en_cours",
                schema: "masp",
                table: "mesures",
                newName: "ix_mesure_beneficiaire");
        }
    }
}
