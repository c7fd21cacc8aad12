using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;

namespace Masp.Api.Tests.Donnees;

/// <summary>
/// What a policy may not do to whoever sees everything: start a subquery. Those of the table it reads come with it, and reading one Mesure once
/// started 294 of them.
/// </summary>
public sealed class CoutDesPolitiquesTests(BaseDeTest test) : IClassFixture<BaseDeTest>
{
    private const string Subquery = "\"Parent Relationship\": \"SubPlan\"";

    private readonly SqlDeTest _sql = new(test.Base);

    [Theory]
    [InlineData("mesures")]
    [InlineData("bons_de_commande")]
    [InlineData("demandes")]
    [InlineData("beneficiaires")]
    [InlineData("contrats")]
    [InlineData("suspensions")]
    [InlineData("tenues")]
    [InlineData("suivis")]
    [InlineData("intervenants")]
    [InlineData("titulaires")]
    [InlineData("services_referents")]
    [InlineData("communes")]
    [InlineData("affectations")]
    public async Task A_table_that_opening_a_file_reads_is_read_without_a_subquery(string table) =>
        Assert.DoesNotContain(Subquery, (string)(await _sql.AsAsync(SqlDeTest.Agent, $"explain (format json) select from masp.{table}"))!, StringComparison.Ordinal);

    [Fact]
    public async Task A_planted_policy_that_reads_another_table_is_seen() => Assert.Contains(
        Subquery,
        (string)(await _sql.UndoneAsync(
            "create policy plantee on masp.contrats for select using (exists (select from masp.mesures m where m.departement_code = contrats.departement_code and m.id = contrats.mesure_id))",
            "set local role masp_app",
            "explain (format json) select from masp.contrats"))!,
        StringComparison.Ordinal);
}
