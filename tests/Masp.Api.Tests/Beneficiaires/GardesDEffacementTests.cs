using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>Who runs the application erases by one function only, and only what that function admits.</summary>
public sealed class GardesDEffacementTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly Acteur Decideur = SqlDeTest.Agent with { Role = Role.Decideur };

    [Theory]
    [InlineData("update masp.avis set motif = ''")]
    [InlineData("delete from masp.avis")]
    [InlineData("update masp.inscriptions set motif_choix = null")]
    [InlineData("delete from masp.demandes")]
    [InlineData("delete from masp.mesures")]
    [InlineData("delete from journal.valeurs")]
    [InlineData("select journal.effacer_valeurs(gen_random_uuid(), 'visa')")]
    [InlineData("select masp.marquer_archive(gen_random_uuid(), '2026-03-16')")]
    public async Task Saying_the_word_of_the_erasure_opens_nothing(string statement) => Assert.Equal(
        PostgresErrorCodes.InsufficientPrivilege,
        (await api.Sql.RefusedAsync(Decideur, $"select set_config('masp.effacement', 'oui', true), set_config('journal.effacement', 'oui', true); {statement}")).SqlState);

    [Fact]
    public async Task The_word_of_the_erasure_does_not_change_a_decision() => Assert.Equal(
        PostgresErrorCodes.IntegrityConstraintViolation,
        (await api.Sql.RefusedAsync(Decideur, "select set_config('masp.effacement', 'oui', true); update masp.demandes set decision_date = decision_date - 1 where decision_sens is not null"))
        .SqlState);

    [Fact]
    public async Task The_function_asks_by_itself_what_the_application_asks()
    {
        var dossier = new DossierDEssai(api, "Zprobe");
        await dossier.AbandonnerAsync();
        var effacer = $"select masp.effacer('{dossier.Personne}', gen_random_uuid(), '2028-03-17')";

        await RefusedAsync(Decideur, effacer);
        await dossier.ArchiverAsync(new LocalDate(2028, 3, 17));
        await RefusedAsync(Decideur, effacer);
        await dossier.ViserAsync();
        foreach (var role in Enum.GetValues<Role>().Except([Role.Decideur]))
            await RefusedAsync(SqlDeTest.Agent with { Role = role }, effacer);
        await RefusedAsync(Decideur with { UtilisateurId = await api.Sql.ReadAsync<Guid>($"select utilisateur_id from masp.visas_archives where beneficiaire_id = '{dossier.Personne}'") }, effacer);
        await RefusedAsync(Decideur with { DepartementCode = "35" }, effacer);

        Assert.Matches("^CE-34-2028-", (string)(await api.Sql.AsAsync(Decideur, effacer))!);
    }

    private async Task RefusedAsync(Acteur acteur, string statement) =>
        await api.Sql.UnchangedAsync(async () => Assert.Equal("ck_effacement", (await api.Sql.RefusedAsync(acteur, statement)).ConstraintName));
}
