using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Donnees.Migrations;

/// <summary>Quotas, the count of looks and the alerts. Nothing of it is mapped, so the model does not change.</summary>
[DbContext(typeof(MaspDbContext))]
[Migration("20261122213500_Quotas")]
public sealed class Quotas : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Sql.SqlEmbarque.Read("Quotas"));
}
