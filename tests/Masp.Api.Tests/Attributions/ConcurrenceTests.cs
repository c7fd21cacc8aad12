using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Masp.Domain.Attributions;
using Masp.Testing.Postgres;
using Npgsql;

namespace Masp.Api.Tests.Attributions;

/// <summary>Turn-taking under fire (R11): 32 writers through two API processes on one PostgreSQL.</summary>
public sealed class ConcurrenceTests(PostgresDeTest postgres) : IAsyncLifetime
{
    private const int Writers = 32;

    private BaseClonee _base = null!;
    private Replique _un = null!;
    private Replique _deux = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _base = await postgres.CloneAsync("salle_d_attente", SalleDAttente.FillAsync);
        (_un, _deux) = (await Replique.StartAsync(_base.Application, Token), await Replique.StartAsync(_base.Application, Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _un.DisposeAsync();
        await _deux.DisposeAsync();
        await postgres.DropAsync(_base);
    }

    [Fact]
    public async Task Sans_choix_ni_restitution_l_ecart_ne_depasse_jamais_un()
    {
        var statuses = await RunAsync(Demandes(1, 1, SalleDAttente.ParLot - 20), AllocateAsync);

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Created, status));
        var lines = await Registre.ReadAsync(_base.Administration, "1");
        Registre.Check(lines);
        Assert.Equal(SalleDAttente.ParLot - 20, lines.Count(l => l.Nature == NatureInscription.Automatique));
        Assert.All(lines.Skip(1), line => Assert.True(line.Comptes.Max(c => c.Valeur) - line.Comptes.Min(c => c.Valeur) <= 1));
    }

    [Fact]
    public async Task Choix_abandons_annulations_et_seances_melees_gardent_le_registre_exact()
    {
        var work = Demandes(1, 1, SalleDAttente.ParLot - 20).Concat(Demandes(2, SalleDAttente.ParLot + 1, SalleDAttente.ParLot)).Append((Lot: 0, Id: Guid.Empty));

        var statuses = await RunAsync(work, MixedAsync);

        Assert.DoesNotContain(statuses, status => (int)status >= 500);
        foreach (var lot in new[] { "1", "2" })
        {
            var lines = await Registre.ReadAsync(_base.Administration, lot);
            Registre.Check(lines);
            Assert.Contains(lines, l => l.Nature == NatureInscription.Manuelle);
            Assert.Contains(lines, l => l.Nature == NatureInscription.Restitution);
        }

        Assert.Equal(20L, await ScalarAsync("select count(*) from masp.bons_de_commande b join masp.points_ordre_du_jour p using (departement_code, demande_id)"));
        Assert.Equal(0L, await ScalarAsync("select count(*) from (select demande_id from masp.bons_de_commande where etat <> 'Annule' group by 1 having count(*) > 1) x"));
    }

    [Fact]
    public async Task Un_lot_tenu_n_arrete_pas_les_autres()
    {
        await using var holder = new NpgsqlConnection(_base.Administration);
        await holder.OpenAsync(Token);
        await using var transaction = await holder.BeginTransactionAsync(Token);
        await using (var hold = new NpgsqlCommand("select 1 from masp.tours_de_role where lot_code = '1' for update", holder, transaction))
            await hold.ExecuteScalarAsync(Token);

        var waiting = AllocateAsync(_un.Client, Demandes(1, 1, 1).Single());
        while (await ScalarAsync("select count(*) from pg_locks where not granted") == 0)
            Assert.False(waiting.IsCompleted);
        Assert.Equal(HttpStatusCode.Created, await AllocateAsync(_deux.Client, Demandes(2, SalleDAttente.ParLot + 1, 1).Single()));
        Assert.False(waiting.IsCompleted);

        await transaction.RollbackAsync(Token);
        Assert.Equal(HttpStatusCode.Created, await waiting);
    }

    [Fact]
    public async Task Une_meme_demande_attribuee_par_tous_n_a_qu_un_bon()
    {
        var statuses = await RunAsync(Enumerable.Repeat(Demandes(1, 1, 1).Single(), Writers), AllocateAsync);

        Assert.Single(statuses, HttpStatusCode.Created);
        Assert.Equal(Writers - 1, statuses.Count(s => s == HttpStatusCode.Conflict));
        Assert.Equal(1L, await ScalarAsync("select count(*) from masp.bons_de_commande"));
    }

    private static IEnumerable<(int Lot, Guid Id)> Demandes(int lot, int first, int count) =>
        Enumerable.Range(first, count).Select(n => (lot, Guid.Parse($"00000000-0000-7000-8000-2{n:00000000000}")));

    private async Task<List<HttpStatusCode>> RunAsync(IEnumerable<(int Lot, Guid Id)> work, Func<HttpClient, (int Lot, Guid Id), Task<HttpStatusCode>> act)
    {
        var statuses = new ConcurrentBag<HttpStatusCode>();
        var queue = new ConcurrentQueue<(int Lot, Guid Id)>(work);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            while (queue.TryDequeue(out var item))
                statuses.Add(await act((writer % 2 == 0 ? _un : _deux).Client, item));
        }));
        return [.. statuses];
    }

    private static async Task<HttpStatusCode> AllocateAsync(HttpClient client, (int Lot, Guid Id) demande) =>
        (await client.PostAsJsonAsync($"/api/v1/demandes/{demande.Id}/attribution", new { }, Token)).StatusCode;

    /// <summary>A turn in five is chosen by hand, one in seven abandoned, one in eleven cancelled; one whole session somewhere among them.</summary>
    private static async Task<HttpStatusCode> MixedAsync(HttpClient client, (int Lot, Guid Id) demande)
    {
        if (demande.Lot == 0)
            return (await client.PostAsync("/api/v1/commissions/00000000-0000-7000-8000-00000000000e/attributions", null, Token)).StatusCode;
        var rank = int.Parse(demande.Id.ToString("N")[24..], System.Globalization.CultureInfo.InvariantCulture);
        object body = rank % 5 == 0 ? new { titulaireId = SalleDAttente.Titulaire(1), categorie = "memeFoyer", motif = "même foyer" } : new { };
        var answer = await client.PostAsJsonAsync($"/api/v1/demandes/{demande.Id}/attribution", body, Token);
        if (answer.StatusCode != HttpStatusCode.Created || (rank % 7 != 0 && rank % 11 != 0))
            return answer.StatusCode;
        var bon = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("bonDeCommande").GetProperty("id").GetString();
        var read = await client.GetAsync($"/api/v1/bons-de-commande/{bon}", Token);
        using var change = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/bons-de-commande/{bon}/{(rank % 7 == 0 ? "abandon" : "annulation")}")
        {
            Content = JsonContent.Create(new { motif = "refus de la personne" }),
        };
        change.Headers.IfMatch.Add(read.Headers.ETag!);
        return (await client.SendAsync(change, Token)).StatusCode;
    }

    private async Task<long> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_base.Administration);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
