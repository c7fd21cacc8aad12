using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Donnees.Migrations;

/// <summary>Policies that start no subquery for whoever sees everything. Nothing of it is mapped, so the model does not change.</summary>
[DbContext(typeof(MaspDbContext))]
[Migration("20261122214600_PolitiquesParCle")]
public sealed class PolitiquesParCle : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("RegardsParCle"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("PolitiquesParCle"));
    }
}
