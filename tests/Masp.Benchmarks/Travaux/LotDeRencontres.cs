using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Masp.Benchmarks.Banc;
using Masp.Infrastructure.Donnees;
using NodaTime.Text;
using Npgsql;

namespace Masp.Benchmarks.Travaux;

/// <summary>
/// The software of a titulaire sends 10,000 Rencontres in one call, each line checked against the measure of its day, against COPY of the same
/// rows into the same table: keys, guard and journal included on both sides.
/// </summary>
internal sealed class LotDeRencontres(Options options, Bases bases)
{
    private const int Taille = 10_000;
    private const double But = 0.30;

    private const string Actor =
        "select set_config('masp.departement', '34', false), set_config('masp.utilisateur', '017c4a1a-2500-7000-8000-000000000001', false), set_config('masp.role', 'Agent', false);";

    private int _round;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite)
    {
        var donnees = await bases.CopyAsync(petite, "masp_rencontres", "select 1");
        await using var site = await Site.StartAsync(donnees);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{site.Port}"), Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Token);
        var (titulaire, numeros) = await MesuresAsync(donnees);
        var duel = await Statistiques.AlternateAsync(options.Rondes, () => OursAsync(client, titulaire, numeros), () => CopyAsync(donnees));
        return [Lignes.Debit("rencontres: a batch of 10,000 lines over HTTP, beside COPY of the same rows", "lines/s", duel, But)];
    }

    private async Task<double> OursAsync(HttpClient client, Guid titulaireId, string[] numeros)
    {
        var round = ++_round;
        var lignes = Enumerable.Range(0, Taille).Select(n => new
        {
            externeId = string.Create(CultureInfo.InvariantCulture, $"L{round}-{n}"),
            mesure = numeros[n % numeros.Length],
            date = LocalDatePattern.Iso.Format(Bases.Jour.PlusDays(-(n / numeros.Length % 60))),
            lieu = "domicile",
            dureeMinutes = 30 + (n % 60),
            note = "Courriers triés, budget du mois revu.",
            trajetMinutes = 40,
            trajetKm = 22,
        }).ToList();
        using var body = JsonContent.Create(new { titulaireId, lignes });
        await body.LoadIntoBufferAsync();
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri("/api/v1/rencontres/lot", UriKind.Relative), body);
        var told = await answer.Content.ReadAsStringAsync();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return told.Contains($"\"nouvelles\":{Taille}", StringComparison.Ordinal) ? Taille / seconds : throw new InvalidOperationException(told[..Math.Min(500, told.Length)]);
    }

    /// <summary>The rows that ours has just written, under other keys.</summary>
    private async Task<double> CopyAsync(BaseMesuree donnees)
    {
        await using var session = new NpgsqlConnection(MaspDatabase.AsOwner(donnees.Administration));
        await session.OpenAsync();
        await RunAsync(session, Actor);
        await RunAsync(session, string.Create(
            CultureInfo.InvariantCulture,
            $"create temp table memes as select * from masp.rencontres where externe_id like 'L{_round}-%'; update memes set id = gen_random_uuid(), externe_id = 'C' || externe_id"));
        using var rows = new MemoryStream();
        await using (var read = await session.BeginRawBinaryCopyAsync("copy memes to stdout (format binary)"))
            await read.CopyToAsync(rows);
        rows.Position = 0;
        var start = Stopwatch.GetTimestamp();
        await using (var write = await session.BeginRawBinaryCopyAsync("copy masp.rencontres from stdin (format binary)"))
            await rows.CopyToAsync(write);
        return Taille / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Those of one Titulaire that were served and followed on each of the last sixty days.</summary>
    private static async Task<(Guid Titulaire, string[] Numeros)> MesuresAsync(BaseMesuree donnees)
    {
        const string Good =
            "from masp.mesures m where m.etat = 'EnCours' and m.debut < '2026-01-01' and m.titulaire_depuis < '2026-01-01' and m.intervenant_depuis < '2026-01-01' and m.fin_prevue > '2026-03-16' "
            + "and not exists (select from masp.suspensions s where s.mesure_id = m.id and s.fin >= '2026-01-01')";
        var titulaire = (Guid)(await Sql.RunAsync(donnees.Administration, $"select m.titulaire_id {Good} group by 1 order by count(*) desc limit 1"))!;
        return (titulaire, (string[])(await Sql.RunAsync(donnees.Administration, $"select array_agg(m.numero order by m.numero) {Good} and m.titulaire_id = '{titulaire}'"))!);
    }

    private static async Task RunAsync(NpgsqlConnection session, string sql)
    {
        await using var command = new NpgsqlCommand(sql, session);
        await command.ExecuteNonQueryAsync();
    }
}
