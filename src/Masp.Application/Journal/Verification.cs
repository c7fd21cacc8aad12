using System.Buffers.Binary;
using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>The last block, or one exported earlier: whoever keeps it outside sees whether the chain was written again since.</summary>
/// <param name="Empreinte">SHA-256, hexadecimal.</param>
public sealed record TeteDto(long Numero, Instant Instant, string Empreinte);

/// <summary>The first thing that is not as it was sealed.</summary>
/// <param name="Journal"><c>actes</c> or <c>acces</c>; null when it is the block itself.</param>
/// <param name="Ligne">Number of the row in its journal.</param>
/// <param name="Objet">What the row is about: a table, a kind of record; null for a row that is gone.</param>
/// <param name="Cas">What happened to it, in French.</param>
public sealed record AnomalieDto(long? Bloc, string? Journal, long? Ligne, string? Objet, string Cas);

/// <summary>What a verification saw.</summary>
/// <param name="Du">First block looked at.</param>
/// <param name="Au">Last block looked at.</param>
/// <param name="Suivant">Where to go on; null when the end was reached.</param>
/// <param name="Actes">Sealed rows compared.</param>
/// <param name="Acces">Sealed rows compared.</param>
public sealed record VerificationDto(bool Intact, long Du, long Au, long? Suivant, long Actes, long Acces, TeteDto? Tete, AnomalieDto? Anomalie);

/// <summary>
/// Recomputes the chain block after block, and holds two readings against it: what the blocks say of one another, hashed here, and what the rows
/// say of themselves, hashed by PostgreSQL. Nothing is kept but one group of blocks.
/// </summary>
/// <param name="source">Who may read every block.</param>
/// <param name="controle">The first row of the blocks $1 to $2 that is not what was sealed.</param>
/// <param name="ajouts">The first row among the sealed ones that was never sealed.</param>
public sealed class Verification(NpgsqlDataSource source, string controle, string ajouts)
{
    // Rows compared in one statement: enough to forget the round trip, few enough to see how far it is.
    private const int Groupe = 20_000;

    private const string Blocs =
        """
        select numero, instant, (extract(epoch from instant) * 1000000)::bigint, actes_ids, actes_empreintes, acces_ids, acces_empreintes, lignes, precedent, empreinte
        from journal.blocs where numero >= $1 order by numero
        """;

    private static readonly byte[] Origine = new byte[SHA256.HashSizeInBytes];

    private long _actes;
    private long _acces;

    /// <param name="depuis">First block, 1 or more; the chain is entered at the block before it.</param>
    /// <param name="auPlus">Stops after about so many rows.</param>
    /// <param name="connue">A head exported earlier; null when none is told.</param>
    /// <param name="progress">Told the rows compared so far.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    public async Task<VerificationDto> RunAsync(long depuis, long auPlus, TeteDto? connue, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await using var blocs = await source.OpenConnectionAsync(cancellationToken);
        await using var rows = await source.OpenConnectionAsync(cancellationToken);
        var precedent = await BeforeAsync(rows, depuis, cancellationToken);
        await using var command = new NpgsqlCommand(Blocs, blocs) { Parameters = { new() { Value = depuis } }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        TeteDto? tete = null;
        var (attendu, group, waiting) = (depuis, depuis, 0L);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (_actes + _acces >= auPlus)
                return await CompareAsync(rows, group, attendu - 1, cancellationToken) is { } late
                    ? Answer(depuis, attendu - 1, null, tete, late)
                    : Answer(depuis, attendu - 1, attendu, tete, null);
            var bloc = await Bloc.ReadAsync(reader, cancellationToken);
            var wrong = bloc.Wrong(attendu, precedent) ?? Contradicts(bloc, connue);
            waiting += bloc.Lignes;
            if (wrong is not null || waiting >= Groupe)
            {
                if (await CompareAsync(rows, group, attendu, cancellationToken) is { } touched)
                    return Answer(depuis, attendu, null, tete, touched);
                if (wrong is not null)
                    return Answer(depuis, attendu, null, tete, new AnomalieDto(attendu, null, null, null, wrong));
                (group, waiting) = (attendu + 1, 0);
                progress?.Report(_actes + _acces + bloc.Lignes);
            }

            tete = bloc.Tete;
            precedent = bloc.Empreinte;
            attendu++;
            _actes += bloc.Actes;
            _acces += bloc.Acces;
        }

        await reader.DisposeAsync();
        var last = await CompareAsync(rows, group, attendu, cancellationToken)
            ?? (connue is { } known && known.Numero >= attendu ? new AnomalieDto(known.Numero, null, null, null, "bloc supprimé : la tête exportée n'est plus dans la chaîne") : null)
            ?? await FirstAsync(rows, ajouts, cancellationToken);
        return Answer(depuis, attendu - 1, null, tete, last);
    }

    private static string? Contradicts(Bloc bloc, TeteDto? connue) =>
        connue is { } known && known.Numero == bloc.Tete.Numero && !string.Equals(known.Empreinte, bloc.Tete.Empreinte, StringComparison.OrdinalIgnoreCase)
            ? "chaîne réécrite : ce bloc n'a plus l'empreinte de la tête exportée"
            : null;

    private static async Task<byte[]?> BeforeAsync(NpgsqlConnection connection, long depuis, CancellationToken cancellationToken)
    {
        if (depuis == 1)
            return Origine;
        await using var command = new NpgsqlCommand("select empreinte from journal.blocs where numero = $1", connection) { Parameters = { new() { Value = depuis - 1 } } };
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }

    private Task<AnomalieDto?> CompareAsync(NpgsqlConnection connection, long du, long au, CancellationToken cancellationToken) =>
        FirstAsync(connection, controle, cancellationToken, du, au);

    private static async Task<AnomalieDto?> FirstAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params long[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new AnomalieDto(
                reader.IsDBNull(0) ? null : reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetString(3), $"ligne {reader.GetString(4)}")
            : null;
    }

    private VerificationDto Answer(long du, long au, long? suivant, TeteDto? tete, AnomalieDto? anomalie) =>
        new(anomalie is null, du, au, suivant, _actes, _acces, tete, anomalie);

    /// <summary>One block as it stands, and what it says of itself.</summary>
    private sealed record Bloc(TeteDto Tete, long Micros, int Actes, int Acces, byte[] Recalcule, byte[] LignesDites, byte[] Precedent, byte[] Empreinte)
    {
        public int Lignes => Actes + Acces;

        public static async Task<Bloc> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
        {
            var numero = reader.GetInt64(0);
            var instant = reader.GetFieldValue<Instant>(1);
            var micros = reader.GetInt64(2);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var actes = await AppendAsync(hash, reader, 3, cancellationToken);
            var acces = await AppendAsync(hash, reader, 5, cancellationToken);
            var lignes = await reader.GetFieldValueAsync<byte[]>(7, cancellationToken);
            var precedent = await reader.GetFieldValueAsync<byte[]>(8, cancellationToken);
            var empreinte = await reader.GetFieldValueAsync<byte[]>(9, cancellationToken);
            return new Bloc(new TeteDto(numero, instant, Convert.ToHexStringLower(empreinte)), micros, actes, acces, hash.GetHashAndReset(), lignes, precedent, empreinte);
        }

        /// <returns>What is wrong with it, in French; null when nothing is.</returns>
        public string? Wrong(long attendu, byte[]? precedent)
        {
            if (Tete.Numero != attendu)
                return "bloc supprimé";
            if (precedent is null || !Precedent.AsSpan().SequenceEqual(precedent))
                return "bloc modifié : il ne suit plus le précédent";
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{Tete.Numero}|{Micros}|{Actes}|{Acces}|{Convert.ToHexStringLower(LignesDites)}|{Convert.ToHexStringLower(Precedent)}");
            return Recalcule.AsSpan().SequenceEqual(LignesDites) && SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan().SequenceEqual(Empreinte) ? null : "bloc modifié";
        }

        private static async Task<int> AppendAsync(IncrementalHash hash, NpgsqlDataReader reader, int column, CancellationToken cancellationToken)
        {
            var ids = await reader.GetFieldValueAsync<long[]>(column, cancellationToken);
            var hashes = await reader.GetFieldValueAsync<byte[][]>(column + 1, cancellationToken);
            Number(hash, ids.Length);
            for (var i = 0; i < ids.Length; i++)
            {
                Number(hash, ids[i]);
                if (i < hashes.Length)
                    hash.AppendData(hashes[i]);
            }

            return ids.Length;
        }

        private static void Number(IncrementalHash hash, long value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            hash.AppendData(bytes);
        }
    }
}
