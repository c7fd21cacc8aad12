using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Mesures;

/// <summary>The list of Mesures in the order of people's names, which PostgreSQL keeps beside the Mesures.</summary>
public sealed class TriParNomTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Theory]
    [InlineData("nom", "nom, id")]
    [InlineData("-nom", "nom desc, id desc")]
    public async Task Pages_follow_each_other_in_the_order_of_the_names_each_Mesure_once(string tri, string order)
    {
        var integrateur = await api.IntegrateurAsync();
        var read = new List<string>();
        string? path = $"/mesures?lot=1&etat=enCours&tri={tri}&taille=37";
        while (path is not null)
        {
            var page = (await integrateur.GetAsync(path)).Reussie().Corps!;
            read.AddRange(page["elements"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
            path = page["lien"]?.GetValue<string>();
        }

        var expected = await api.Sql.ReadAsync<string[]>(
            $"""
            select array_agg(id::text order by {order}) from (select m.id, b.nom from masp.mesures m join masp.beneficiaires b on b.id = m.beneficiaire_id
              where m.lot_code = '1' and m.etat = 'EnCours') as dites
            """);
        Assert.True(expected.Length > 2 * 37);
        Assert.Equal(expected, read);
    }

    [Fact]
    public async Task A_person_renamed_is_sorted_under_the_new_name()
    {
        var renamed = (string)(await api.Sql.UndoneAsync(
            "update masp.beneficiaires set nom = 'Zylberstein' where id = (select beneficiaire_id from masp.mesures order by id limit 1)",
            "select beneficiaire_nom from masp.mesures order by id limit 1"))!;

        Assert.Equal("Zylberstein", renamed);
    }

    [Fact]
    public async Task A_Mesure_given_to_somebody_else_takes_their_name()
    {
        var same = (bool)(await api.Sql.UndoneAsync(
            "drop index masp.ux_mesure_beneficiaire_en_cours",
            $"update masp.mesures set beneficiaire_id = (select id from masp.beneficiaires order by nom desc, id limit 1) where id = (select min(id::text)::uuid from masp.mesures)",
            "select bool_and(m.beneficiaire_nom = b.nom) from masp.mesures m join masp.beneficiaires b on b.id = m.beneficiaire_id"))!;

        Assert.True(same);
    }

    [Fact]
    public async Task A_name_that_is_not_the_persons_is_refused_and_only_by_its_key()
    {
        const string Wrong = "update masp.mesures set beneficiaire_nom = 'Personne'";

        await api.Sql.UnchangedAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => api.Sql.UndoneAsync(Wrong));
            Assert.Equal("fk_mesure_beneficiaire", refused.ConstraintName);
            await api.Sql.UndoneAsync("alter table masp.mesures drop constraint fk_mesure_beneficiaire", Wrong);
        });
    }
}
