using Masp.Infrastructure.Donnees.Sql;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Acces.Migrations;

/// <summary>The count of sign-ins that are tried. Nothing of it is mapped, so the model does not change.</summary>
[DbContext(typeof(AccesDbContext))]
[Migration("20261122213600_Essais")]
public sealed class EssaisDeConnexion : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlEmbarque.Read("Essais"));
}
