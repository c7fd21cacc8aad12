using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Npgsql;

namespace Masp.Api.Tests.Attributions;

/// <summary>A line as the database holds it.</summary>
internal sealed record LigneDuRegistre(int Ordre, int? Numero, NatureInscription Nature, Guid ConventionId, int Avant, int Apres, IReadOnlyList<Compte> Comptes, Guid? BonId);

/// <summary>Reads the register of a Lot and replays it: what must hold at each place of the sequence (R11).</summary>
internal static class Registre
{
    public static async Task<List<LigneDuRegistre>> ReadAsync(string connectionString, string lot)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select ordre, numero, nature, convention_id, compte_avant, compte_apres, comptes, bon_de_commande_id from masp.inscriptions where lot_code = $1 order by ordre", connection)
        {
            Parameters = { new NpgsqlParameter { Value = lot } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<LigneDuRegistre>();
        while (await reader.ReadAsync())
        {
            lines.Add(new LigneDuRegistre(
                reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetInt32(1), Enum.Parse<NatureInscription>(reader.GetString(2)), reader.GetGuid(3),
                reader.GetInt32(4), reader.GetInt32(5), JsonSerializer.Deserialize<List<Compte>>(reader.GetString(6), Json.Options)!,
                reader.IsDBNull(7) ? null : reader.GetGuid(7)));
        }

        return lines;
    }

    /// <summary>Numbers 1..n without gap or repeat, counts that chain and move by what each line is, every automatic line to a smallest count at its place.</summary>
    public static void Check(IReadOnlyList<LigneDuRegistre> lines)
    {
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.Ordre));
        var attributions = lines.Where(l => l.Numero is not null).ToList();
        Assert.Equal(Enumerable.Range(1, attributions.Count), attributions.Select(l => l.Numero!.Value));
        var counts = new Dictionary<Guid, int>();
        foreach (var line in lines)
        {
            if (line.Nature != NatureInscription.Entree)
                Assert.Equal(counts[line.ConventionId], line.Avant);
            if (line.Nature == NatureInscription.Automatique)
                Assert.Equal(counts.Values.Min(), line.Avant);
            Assert.Equal(line.Avant + Variation(line.Nature), line.Apres);
            var gap = Gap(counts);
            counts[line.ConventionId] = line.Apres;
            Assert.Equal(counts.OrderBy(c => c.Key), line.Comptes.ToDictionary(c => c.ConventionId, c => c.Valeur).OrderBy(c => c.Key));
            if (line.Nature == NatureInscription.Automatique && gap > 1)
                Assert.True(Gap(counts) < gap, $"Line {line.Ordre} does not narrow the gap of {gap}.");
        }
    }

    /// <summary>A turn counts one, however it was given; one that is given back counts no more.</summary>
    private static int Variation(NatureInscription nature) => nature switch
    {
        NatureInscription.Automatique or NatureInscription.Manuelle => 1,
        NatureInscription.Restitution => -1,
        _ => 0,
    };

    private static int Gap(IReadOnlyDictionary<Guid, int> counts) => counts.Count == 0 ? 0 : counts.Values.Max() - counts.Values.Min();
}
