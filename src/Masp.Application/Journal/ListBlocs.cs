using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Journal;

/// <summary>The head of the chain, and what waits to be sealed.</summary>
public sealed record GetTete : IQuery<SceauDto>;

/// <summary>The chain itself, latest block first; all of it, oldest first, for an export.</summary>
public sealed record ListBlocs(Pagination Pagination) : IQuery<Liste<BlocDto>>;

public sealed record ExportBlocs : IQuery<IAsyncEnumerable<BlocDto>>;

/// <param name="EnAttente">Rows of both journals that no block holds yet.</param>
public sealed record SceauDto(TeteDto? Tete, long EnAttente);

/// <summary>
/// One link: <c>empreinte</c> is the SHA-256 of « numero|instant in microseconds|actes|acces|lignes|precedent », hexadecimal, so that anybody
/// can follow an exported chain.
/// </summary>
/// <param name="Actes">Rows of the journal of acts it holds.</param>
/// <param name="Acces">Rows of the journal of looks it holds.</param>
/// <param name="Lignes">SHA-256 of the hashes of these rows.</param>
/// <param name="Precedent">Hash of the block before; zeros for the first.</param>
public sealed record BlocDto(long Numero, Instant Instant, long InstantMicros, int Actes, int Acces, string Lignes, string Precedent, string Empreinte);

internal static class LectureBlocs
{
    public const string Select =
        """
        select numero, instant, (extract(epoch from instant) * 1000000)::bigint, cardinality(actes_ids), cardinality(acces_ids),
          encode(lignes, 'hex'), encode(precedent, 'hex'), encode(empreinte, 'hex')
        from journal.blocs
        """;

    public static BlocDto Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetFieldValue<Instant>(1), reader.GetInt64(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetString(5), reader.GetString(6), reader.GetString(7));
}

internal sealed class BlocsHandler(LectureDirecte lecture)
    : IRequestHandler<GetTete, Result<SceauDto>>, IRequestHandler<ListBlocs, Result<Liste<BlocDto>>>, IRequestHandler<ExportBlocs, Result<IAsyncEnumerable<BlocDto>>>
{
    public async Task<Result<SceauDto>> Handle(GetTete request, CancellationToken cancellationToken)
    {
        var last = await lecture.ListAsync(LectureBlocs.Row, LectureDirecte.Command(LectureBlocs.Select + " order by numero desc limit 1"), cancellationToken);
        var waiting = await lecture.ListAsync(reader => reader.GetInt64(0), LectureDirecte.Command("select journal.en_attente_de_sceau()"), cancellationToken);
        return new SceauDto(last is [var bloc] ? new TeteDto(bloc.Numero, bloc.Instant, bloc.Empreinte) : null, waiting[0]);
    }

    public async Task<Result<Liste<BlocDto>>> Handle(ListBlocs request, CancellationToken cancellationToken)
    {
        var page = CurseurDeJournal.Read(request.Pagination);
        if (!page.IsSuccess)
            return page.Error;
        var (taille, avant) = page.Value;
        var rows = await lecture.ListAsync(
            LectureBlocs.Row,
            LectureDirecte.Command(
                LectureBlocs.Select + " where $1::bigint is null or numero < $1 order by numero desc limit " + (taille + 1).ToString(CultureInfo.InvariantCulture),
                LectureDirecte.Nullable(avant, NpgsqlDbType.Bigint)),
            cancellationToken);
        return Liste<BlocDto>.Cut(rows, taille, b => CurseurDeJournal.Of(b.Numero));
    }

    public Task<Result<IAsyncEnumerable<BlocDto>>> Handle(ExportBlocs request, CancellationToken cancellationToken) => Task.FromResult(
        Result<IAsyncEnumerable<BlocDto>>.Of(lecture.StreamAsync(LectureBlocs.Row, LectureDirecte.Command(LectureBlocs.Select + " order by numero"), null, cancellationToken)));
}
