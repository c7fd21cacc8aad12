using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>The journal of looks, latest first.</summary>
public sealed record ListAcces(FiltreDeJournal Filtre, Pagination Pagination) : IQuery<Liste<AccesDto>>;

/// <summary>The same without pages, row by row: for an export.</summary>
public sealed record ExportAcces(FiltreDeJournal Filtre) : IQuery<IAsyncEnumerable<AccesDto>>;

/// <summary>Who consulted the file of a Mesure, latest first: the Mesure itself and what came before it.</summary>
public sealed record ListAccesDeMesure(Guid MesureId, Pagination Pagination) : IQuery<Liste<AccesDto>>;

/// <summary>One look.</summary>
/// <param name="Operation">The <c>operationId</c> of the contract.</param>
/// <param name="Libelle">The same in words.</param>
/// <param name="Filtres">Names of the fields that were filtered on.</param>
/// <param name="Nombre">Rows shown by a list.</param>
/// <param name="Scelle">A block holds its hash.</param>
public sealed record AccesDto(
    long Id,
    Instant Instant,
    AuteurDto Auteur,
    string Operation,
    string Libelle,
    NatureAcces Nature,
    ObjetAcces Objet,
    Guid? ObjetId,
    Guid? BeneficiaireId,
    Guid? MesureId,
    IReadOnlyList<string> Filtres,
    int? Nombre,
    Guid? RequeteId,
    bool Scelle);

internal static class LectureAcces
{
    public const string Select =
        $"""
        select l.id, l.instant, {SqlDAuteur.Colonnes}, l.operation, l.nature, l.objet, l.objet_id, l.beneficiaire_id, l.mesure_id, l.filtres, l.nombre, l.requete_id,
          l.id <= (select jusqua from journal.avancement where journal = 'acces') and not exists (select from journal.trous h where h.journal = 'acces' and h.plage @> l.id)
        from journal.acces l
        {SqlDAuteur.Jointures}
        """;

    public static AccesDto Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetFieldValue<Instant>(1), SqlDAuteur.Read(reader, 2), reader.GetString(6), reader.GetString(6),
        Enum.Parse<NatureAcces>(reader.GetString(7), ignoreCase: true), Enum.Parse<ObjetAcces>(reader.GetString(8), ignoreCase: true),
        Lecture.Id(reader, 9), Lecture.Id(reader, 10), Lecture.Id(reader, 11), reader.IsDBNull(12) ? [] : reader.GetFieldValue<string[]>(12),
        reader.IsDBNull(13) ? null : reader.GetInt32(13), Lecture.Id(reader, 14), reader.GetBoolean(15));
}

internal sealed class ListAccesHandler(LectureDirecte lecture) : IRequestHandler<ListAcces, Result<Liste<AccesDto>>>, IRequestHandler<ListAccesDeMesure, Result<Liste<AccesDto>>>
{
    public async Task<Result<Liste<AccesDto>>> Handle(ListAcces request, CancellationToken cancellationToken)
    {
        if (RequeteDeJournal.Check(request.Filtre) is { } wrong)
            return wrong;
        return await PageAsync(request.Filtre, request.Pagination, cancellationToken);
    }

    public async Task<Result<Liste<AccesDto>>> Handle(ListAccesDeMesure request, CancellationToken cancellationToken)
    {
        var exists = await lecture.ListAsync(
            reader => reader.GetGuid(0),
            LectureDirecte.Command("select id from masp.mesures where departement_code = masp.departement() and id = $1", LectureDirecte.Value(request.MesureId)),
            cancellationToken);
        return exists.Count == 0
            ? GetMesureHandler.Introuvable
            : await PageAsync(new FiltreDeJournal(MesureId: request.MesureId), request.Pagination, cancellationToken);
    }

    private async Task<Result<Liste<AccesDto>>> PageAsync(FiltreDeJournal filtre, Pagination pagination, CancellationToken cancellationToken)
    {
        var page = CurseurDeJournal.Read(pagination);
        if (!page.IsSuccess)
            return page.Error;
        var (taille, avant) = page.Value;
        var command = new RequeteDeJournal(lecture.Departement).Build(LectureAcces.Select, "operation", filtre, avant, taille + 1);
        return Liste<AccesDto>.Cut(await lecture.ListAsync(LectureAcces.Row, command, cancellationToken), taille, a => CurseurDeJournal.Of(a.Id));
    }
}

internal sealed class ExportAccesHandler(LectureDirecte lecture) : IRequestHandler<ExportAcces, Result<IAsyncEnumerable<AccesDto>>>
{
    public Task<Result<IAsyncEnumerable<AccesDto>>> Handle(ExportAcces request, CancellationToken cancellationToken) => Task.FromResult(
        RequeteDeJournal.Check(request.Filtre) is { } wrong
            ? Result<IAsyncEnumerable<AccesDto>>.Refuse([wrong])
            : Result<IAsyncEnumerable<AccesDto>>.Of(lecture.StreamAsync(
                LectureAcces.Row, new RequeteDeJournal(lecture.Departement).Build(LectureAcces.Select, "operation", request.Filtre, null, null), null, cancellationToken)));
}
