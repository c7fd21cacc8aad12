using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.AFaire;

/// <summary>What waits for the caller, most pressing first; each role sees its own.</summary>
public sealed record GetAFaire : IQuery<AFaireDto>;

public sealed record AFaireDto(LocalDate Aujourdhui, IReadOnlyList<SectionDto> Sections);

/// <param name="Nature">Stable word for programs.</param>
/// <param name="Nombre">How many wait in all.</param>
/// <param name="Elements">The first of them, oldest first.</param>
public sealed record SectionDto(string Nature, string Titre, int Nombre, IReadOnlyList<TacheDto> Elements);

/// <param name="Libelle">The record's number.</param>
/// <param name="Detail">What is to be done, and by whom.</param>
/// <param name="Type">Stable word: where <paramref name="Id"/> leads (<c>demande</c>, <c>commission</c>, <c>bonDeCommande</c>, <c>facture</c>, <c>mesure</c>; <c>echeances</c>, those of the Mesure of that id).</param>
public sealed record TacheDto(string Type, Guid Id, string Libelle, string Detail, LocalDate Date, string? Lot);

internal sealed class GetAFaireHandler(LectureDirecte lecture, Portee portee, ActeurCourant acteur, Horloge horloge) : IRequestHandler<GetAFaire, Result<AFaireDto>>
{
    private const int Visible = 8;

    public async Task<Result<AFaireDto>> Handle(GetAFaire request, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        var wanted = Files.Of(acteur.Acteur.Role);
        if (wanted.Count == 0)
            return new AFaireDto(today, []);
        var commands = wanted.Select(f => LectureDirecte.Command(
            $"select s.*, count(*) over ()::int from ({f.Sql(portee)}) s order by date, libelle limit {Visible}",
            f.NeedsToday ? [LectureDirecte.Value(today)] : [])).ToArray();
        var sections = await lecture.ReadAsync((reader, token) => ReadAsync(wanted, reader, token), cancellationToken, commands);
        return new AFaireDto(today, [.. sections.Where(s => s.Nombre > 0)]);
    }

    private static async Task<List<SectionDto>> ReadAsync(IReadOnlyList<FileDAttente> wanted, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var sections = new List<SectionDto>();
        foreach (var file in wanted)
        {
            var tasks = new List<TacheDto>();
            var count = 0;
            while (await reader.ReadAsync(cancellationToken))
            {
                tasks.Add(new TacheDto(
                    file.Type, reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<LocalDate>(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
                count = reader.GetInt32(5);
            }

            sections.Add(new SectionDto(file.Nature, file.Titre, count, tasks));
            await reader.NextResultAsync(cancellationToken);
        }

        return sections;
    }
}
