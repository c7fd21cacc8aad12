using System.Diagnostics;

namespace Masp.Benchmarks.Banc;

/// <summary>What one round of a closed loop saw.</summary>
/// <param name="ParSeconde">Requests answered in a second, all clients together.</param>
/// <param name="Latences">Milliseconds, one a request.</param>
internal sealed record Ronde(double ParSeconde, IReadOnlyList<double> Latences);

internal static class Charge
{
    private const int Echauffement = 6_000;
    private static readonly TimeSpan EchauffementAuPlus = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Asks until the code is the one that production runs: compiled again from what it does, plans and statements prepared. A few
    /// seconds are not enough on a busy machine.
    /// </summary>
    public static async Task WarmAsync(int port, int clients, Func<byte[]> suivante)
    {
        var clock = Stopwatch.StartNew();
        for (var asked = 0.0; asked < Echauffement && clock.Elapsed < EchauffementAuPlus;)
            asked += (await RunAsync(port, clients, TimeSpan.FromSeconds(2), suivante)).Latences.Count;
    }

    /// <summary>So many clients ask as fast as they are answered, for a time.</summary>
    /// <param name="port">On loopback.</param>
    /// <param name="clients">Connections.</param>
    /// <param name="duree">Of the round; each client ends with its last answer.</param>
    /// <param name="suivante">The next request; asked by several clients at once.</param>
    /// <param name="attendu">Status of a good answer.</param>
    /// <exception cref="InvalidOperationException">An answer was another.</exception>
    public static async Task<Ronde> RunAsync(int port, int clients, TimeSpan duree, Func<byte[]> suivante, int attendu = 200)
    {
        var clock = Stopwatch.StartNew();
        var loops = Enumerable.Range(0, clients).Select(_ => Task.Run(() => LoopAsync(port, duree, clock, suivante, attendu))).ToList();
        var latencies = (await Task.WhenAll(loops)).SelectMany(l => l).ToList();
        return new Ronde(latencies.Count / clock.Elapsed.TotalSeconds, latencies);
    }

    private static async Task<List<double>> LoopAsync(int port, TimeSpan duree, Stopwatch clock, Func<byte[]> suivante, int attendu)
    {
        using var client = new ClientHttp();
        await client.ConnectAsync(port);
        var latencies = new List<double>(64 * 1024);
        while (clock.Elapsed < duree)
        {
            var start = Stopwatch.GetTimestamp();
            var request = suivante();
            var status = await client.SendAsync(request);
            if (status != attendu)
                throw new InvalidOperationException($"Answered {status}, not {attendu}: {(await client.AskAsync(request)).Body}");
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return latencies;
    }
}
