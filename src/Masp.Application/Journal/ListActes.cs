using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>The journal of acts, latest first.</summary>
public sealed record ListActes(FiltreDeJournal Filtre, Pagination Pagination) : IQuery<Liste<ActeJournaliseDto>>;

/// <summary>The same without pages, row by row: for an export.</summary>
public sealed record ExportActes(FiltreDeJournal Filtre) : IQuery<IAsyncEnumerable<ActeJournaliseDto>>;

/// <summary>One row written, changed or taken away by an act.</summary>
/// <param name="Acte">The <c>operationId</c> of the contract, or the name of a job.</param>
/// <param name="Libelle">The same in words.</param>
/// <param name="Nature"><c>ajout</c>, <c>modification</c> or <c>suppression</c>.</param>
/// <param name="Objet">The table.</param>
/// <param name="Cle">Of the row.</param>
/// <param name="Effacees">Its values were erased under a visa of the archives (R63).</param>
/// <param name="Scelle">A block holds its hash.</param>
public sealed record ActeJournaliseDto(
    long Id,
    Instant Instant,
    AuteurDto Auteur,
    string Acte,
    string Libelle,
    Guid? RequeteId,
    string Nature,
    string Objet,
    string Cle,
    Guid? BeneficiaireId,
    Guid? MesureId,
    IReadOnlyList<ValeurChangeeDto> Changements,
    bool Effacees,
    bool Scelle);

/// <param name="Champ">The column.</param>
/// <param name="Avant">Null when there was nothing.</param>
/// <param name="Apres">Null when nothing is left.</param>
public sealed record ValeurChangeeDto(string Champ, string? Avant, string? Apres);

internal static class LectureActes
{
    public const string Select =
        $"""
        select l.id, l.instant, {SqlDAuteur.Colonnes}, l.acte, l.requete_id, l.nature, l.objet, l.cle, l.beneficiaire_id, l.mesure_id,
          v.avant::text, v.apres::text, v.acte_id is null,
          l.id <= (select jusqua from journal.avancement where journal = 'actes') and not exists (select from journal.trous h where h.journal = 'actes' and h.plage @> l.id)
        from journal.actes l
        left join journal.valeurs v on v.departement_code = l.departement_code and v.acte_id = l.id
        {SqlDAuteur.Jointures}
        """;

    public static ActeJournaliseDto Row(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetFieldValue<Instant>(1), SqlDAuteur.Read(reader, 2), reader.GetString(6), reader.GetString(6), Lecture.Id(reader, 7),
        reader.GetString(8), reader.GetString(9), reader.GetString(10), Lecture.Id(reader, 11), Lecture.Id(reader, 12),
        Changes(Lecture.Text(reader, 13), Lecture.Text(reader, 14)), reader.GetBoolean(15), reader.GetBoolean(16));

    private static List<ValeurChangeeDto> Changes(string? avant, string? apres)
    {
        var before = Values(avant);
        var after = Values(apres);
        return [.. before.Keys.Union(after.Keys).Where(k => k != "departement_code").Select(k => new ValeurChangeeDto(k, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))];
    }

    private static Dictionary<string, string?> Values(string? json) => json is null
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json, Json.Options)!
            .ToDictionary(p => p.Key, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.ToString());
}

internal sealed class ListActesHandler(LectureDirecte lecture) : IRequestHandler<ListActes, Result<Liste<ActeJournaliseDto>>>
{
    public async Task<Result<Liste<ActeJournaliseDto>>> Handle(ListActes request, CancellationToken cancellationToken)
    {
        var page = CurseurDeJournal.Read(request.Pagination);
        if (!page.IsSuccess)
            return page.Error;
        if (RequeteDeJournal.Check(request.Filtre) is { } wrong)
            return wrong;
        var (taille, avant) = page.Value;
        var command = new RequeteDeJournal(lecture.Departement).Build(LectureActes.Select, "acte", request.Filtre, avant, taille + 1);
        return Liste<ActeJournaliseDto>.Cut(await lecture.ListAsync(LectureActes.Row, command, cancellationToken), taille, a => CurseurDeJournal.Of(a.Id));
    }
}

internal sealed class ExportActesHandler(LectureDirecte lecture) : IRequestHandler<ExportActes, Result<IAsyncEnumerable<ActeJournaliseDto>>>
{
    public Task<Result<IAsyncEnumerable<ActeJournaliseDto>>> Handle(ExportActes request, CancellationToken cancellationToken) => Task.FromResult(
        RequeteDeJournal.Check(request.Filtre) is { } wrong
            ? Result<IAsyncEnumerable<ActeJournaliseDto>>.Refuse([wrong])
            : Result<IAsyncEnumerable<ActeJournaliseDto>>.Of(lecture.StreamAsync(
                LectureActes.Row, new RequeteDeJournal(lecture.Departement).Build(LectureActes.Select, "acte", request.Filtre, null, null), null, cancellationToken)));
}
