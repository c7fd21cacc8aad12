using Masp.Infrastructure.Journal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Masp.Infrastructure.Donnees.Migrations;

/// <summary>The two journals and their sealing. Nothing of it is mapped, so the model does not change.</summary>
[DbContext(typeof(MaspDbContext))]
[Migration("20261122200000_Journal")]
public sealed class JournalScelle : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("Journal"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("JournalActes"));
        migrationBuilder.Sql(Sql.SqlEmbarque.Read("JournalAcces"));
        migrationBuilder.Sql(FormesScellees.Scellement);
    }
}
