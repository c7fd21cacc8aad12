using System.Globalization;
using System.Text.RegularExpressions;
using Masp.Benchmarks.Banc;
using Masp.Postgres;
using Npgsql;

namespace Masp.Benchmarks.Travaux;

/// <summary>Eight callers allocate accepted Demandes of one Lot at once, against pgbench running the same statements.</summary>
internal sealed partial class AttributionsEnsemble(Options options, Bases bases)
{
    private const double But = 0.50;
    private const string Travail = "allocate over HTTP, 8 at once on one Lot";

    private int _lastOurs;
    private int _pgbenchRounds;

    private int Demandes => options.Rapide ? 40_000 : 160_000;

    public async Task<IEnumerable<Ligne>> RunAsync(BaseMesuree petite)
    {
        var donnees = await bases.CopyAsync(petite, "masp_attributions", DemandesAcceptees(Demandes));
        await using var site = await Site.StartAsync(donnees);
        if (Commands.OnPath("pgbench") is not { } pgbench)
        {
            var alone = await OursAsync(site);
            return [new Ligne(Travail, $"{Tableau.Number(alone)} /s", "pgbench is not installed", "–", "≥ 0.50", null)];
        }

        var script = Path.Combine(Path.GetTempPath(), $"masp-pgbench-{Environment.ProcessId}.sql");
        await File.WriteAllTextAsync(script, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Plancher", "attribution.sql")));
        try
        {
            var duel = await Statistiques.AlternateAsync(options.Rondes, () => OursAsync(site), () => PgbenchAsync(pgbench, script, donnees));
            return [Lignes.Debit(Travail, "transactions/s", duel, But)];
        }
        finally
        {
            File.Delete(script);
        }
    }

    private async Task<double> OursAsync(Site site) =>
        (await Charge.RunAsync(site.Port, Options.Attributeurs, options.Ronde, () => Next(site.Token), attendu: 201)).ParSeconde;

    /// <summary>The first half of the Demandes is ours, the second pgbench's.</summary>
    private byte[] Next(string token) =>
        ClientHttp.Post(string.Create(CultureInfo.InvariantCulture, $"/api/v1/demandes/00000000-0000-7000-8000-{Interlocked.Increment(ref _lastOurs):000000000000}/attribution"), token);

    private async Task<double> PgbenchAsync(string pgbench, string script, BaseMesuree donnees)
    {
        var share = Demandes / 2 / (options.Rondes + 1);
        var first = (Demandes / 2) + (_pgbenchRounds++ * share);
        var app = new NpgsqlConnectionStringBuilder(donnees.Application);
        string[] command =
        [
            pgbench, "-n", "-M", "prepared", "-c", Text(Options.Attributeurs), "-j", "2", "-T", Text((int)Math.Ceiling(options.Ronde.TotalSeconds)),
            "-f", script, "-D", "i=0", "-D", $"debut={Text(first)}",
            $"host=127.0.0.1 port={Text(bases.Port)} dbname={donnees.Nom} user={app.Username} password={app.Password}",
        ];
        var result = await Commands.RunAsync(command, null);
        var tps = Tps().Match(result.Output);
        return result.Succeeded && tps.Success && !result.Output.Contains("aborted", StringComparison.Ordinal)
            ? double.Parse(tps.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(result.Output);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Accepted Demandes of Lot 1 under ids that both sides can count up, made from one that was accepted once.</summary>
    public static string DemandesAcceptees(int nombre) =>
        $$"""
        select set_config('masp.departement', '34', false), set_config('masp.utilisateur', '017c4a1a-2500-7000-8000-000000000001', false),
          set_config('masp.role', 'Agent', false);
        set session_replication_role = replica;
        create temp table modele as select * from masp.demandes where decision_sens = 'Favorable' and decision_lot_code = '1' limit 1;
        alter table modele drop column if exists id, drop column if exists numero, drop column if exists etat;
        do $d$
        declare noms text := (select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_name = 'modele');
        begin
          execute format($f$insert into masp.demandes (id, numero, etat, %1$s)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'P-' || n, 'Acceptee', %1$s
            from modele, generate_series(1, {{Text(nombre)}}) n$f$, noms);
        end $d$;
        """;

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
