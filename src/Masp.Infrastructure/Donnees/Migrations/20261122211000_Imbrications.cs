using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Donnees.Migrations;

/// <summary>Policies that ask one another through functions. Nothing of it is mapped, so the model does not change.</summary>
[DbContext(typeof(MaspDbContext))]
[Migration("20261122211000_Imbrications")]
public sealed class Imbrications : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Sql.SqlEmbarque.Read("Imbrications"));
}
