using System.Globalization;
using Masp.Benchmarks.Banc;

namespace Masp.Benchmarks.Travaux;

/// <summary>Requests prepared beforehand, handed out in turn to whoever asks, over and over.</summary>
internal sealed class Requetes(byte[][] requests)
{
    private int _last = -1;

    public byte[] First => requests[0];

    public byte[] Next() => requests[(uint)Interlocked.Increment(ref _last) % (uint)requests.Length];
}

internal static class MemesReponses
{
    /// <summary>The floor is one only if it does the same work: it must answer the same bytes.</summary>
    /// <exception cref="InvalidOperationException">It answers others.</exception>
    public static async Task CheckAsync(int ourPort, byte[] ourRequest, int floorPort, byte[] floorRequest)
    {
        using var ours = new ClientHttp();
        await ours.ConnectAsync(ourPort);
        using var floor = new ClientHttp();
        await floor.ConnectAsync(floorPort);
        var our = await ours.AskAsync(ourRequest);
        var other = await floor.AskAsync(floorRequest);
        if (our != other || our.Status != 200)
            throw new InvalidOperationException($"Ours and the floor differ:\n{our}\n{other}");
    }
}

internal static class Lignes
{
    public static Ligne Debit(string travail, string unite, Duel duel, double but) => new(
        travail, $"{Tableau.Number(duel.Notre)} {unite}", $"{Tableau.Number(duel.Plancher)} {unite}", Tableau.Number(duel.Rapport),
        string.Create(CultureInfo.InvariantCulture, $"≥ {but:0.00}"), duel.Rapport >= but);
}
