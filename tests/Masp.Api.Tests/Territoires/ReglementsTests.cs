using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using NodaTime;

namespace Masp.Api.Tests.Territoires;

/// <summary>A new Reglement holds from its first day on, and never rewrites what was computed before (R60).</summary>
public sealed class ReglementsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_contract_is_paid_to_its_end_by_the_reglement_of_its_signature()
    {
        var titulaire = await api.Sql.ReadAsync<Guid>("select titulaire_id from masp.places where lot_code = '1' and assis order by rang limit 1");
        var asked = $"/factures/apercu?titulaireId={titulaire}&lot=1&trimestre=2025-T4";
        var before = await MonthsAsync(asked);

        await BeginAsync("2025-10-01", """{"modeMoisMesure": "prorataCalendaire"}""");

        var after = await MonthsAsync(asked);
        Assert.Equal(Earlier(before), Earlier(after));
        Assert.NotEqual(before, after);

        // The fourth month of a contract of this quarter began in an earlier one.
        static List<string> Earlier(IEnumerable<JsonNode> months) =>
            [.. months.Where(m => m["moisNumero"] is { } numero && (int)numero >= 4).Select(m => m.ToJsonString())];
    }

    [Fact]
    public async Task An_order_is_deemed_received_by_the_reglement_of_its_issue()
    {
        var bon = await api.Parcours.AttribuerAsync();
        await BeginAsync("2026-03-18", """{"receptionReputeeJours": 5, "delaiPremiereRencontre": 10}""");
        api.Avancer(new LocalDate(2026, 3, 25));
        var caller = await api.IntegrateurAsync();

        Assert.Equal("2026-03-17", (await caller.GetAsync($"/bons-de-commande/{bon}")).Reussie().Lire("receptionReputeeLe"));

        // The reception is what starts the delay: its Reglement counts, not the later one of the 18th.
        Assert.Equal("2026-04-27", (await caller.GetAsync($"/bons-de-commande/{bon}")).Reussie().Lire("premiereRencontreLimite"));
        (await caller.PostAsync($"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = "2026-03-24", dateSignature = "2026-03-24" })).Reussie();

        Assert.Equal("2026-03-17 true", await api.Sql.ReadAsync<string>($"select concat_ws(' ', recu_le, reception_reputee::text) from masp.bons_de_commande where id = '{bon}'"));
    }

    [Theory]
    [InlineData("2031-12-22", null, null, "2031-12-25", "2031-12-29")]
    [InlineData("2031-12-22", "franc", null, "2031-12-26", "2031-12-29")]
    [InlineData("2031-12-22", null, "metropole", "2031-12-25", "2031-12-26")]
    [InlineData("2031-12-22", "franc", "metropole", "2031-12-26", "2031-12-26")]
    [InlineData("2025-12-22", null, null, "2025-12-26", "2025-12-26")]
    public async Task A_deadline_is_counted_by_the_reglement_of_its_event_unless_told(string evenement, string? mode, string? calendrier, string brute, string date)
    {
        await BeginAsync("2031-01-01", """{"modeDelai": "cpc642", "calendrier": "alsaceMoselle", "delaiPremiereRencontre": 20}""");
        var answer = (await (await api.IntegrateurAsync()).PostAsync("/calculs/echeance", new { evenement, jours = 3, sens = "apres", mode, calendrier })).Reussie();

        Assert.Equal((brute, date), (answer.Lire("dateBrute"), answer.Lire("date")));
    }

    private async Task<List<JsonNode>> MonthsAsync(string path) =>
        [.. (await (await api.IntegrateurAsync()).GetAsync(path)).Reussie().Corps!["mois"]!.AsArray().Select(m => m!)];

    /// <summary>As the first one, but for what is changed; a second call for the same day changes nothing.</summary>
    private Task BeginAsync(string debut, string changes) => api.Sql.WriteAsync(
        $"""
        insert into masp.reglements (departement_code, id, debut, reference, parametres, revision)
        select departement_code, gen_random_uuid(), '{debut}', 'Essai', parametres || '{changes}', 0 from masp.reglements r
        where not exists (select from masp.reglements where debut = '{debut}') order by r.debut limit 1
        """);
}
