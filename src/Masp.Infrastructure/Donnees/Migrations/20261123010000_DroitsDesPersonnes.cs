using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Donnees.Migrations;

/// <summary>Rectification, archiving, visa and erasure (R63). Of all this only the three columns of the person are mapped.</summary>
[DbContext(typeof(MaspDbContext))]
[Migration("20261123010000_DroitsDesPersonnes")]
public sealed class DroitsDesPersonnes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("alter table masp.beneficiaires add column civilite text, add column archive_le date, add column efface_le date");
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("DroitsDesPersonnes"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("Archivage"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("PartiesDuDossier"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("Effacement"));
    }
}
