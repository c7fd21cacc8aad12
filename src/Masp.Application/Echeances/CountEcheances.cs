using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;

namespace Masp.Application.Echeances;

/// <summary>How many deadlines of each clause are open, overdue, and to be explained, of those the caller may see.</summary>
public sealed record CountEcheances(string? Lot) : IQuery<Liste<CompteParClauseDto>>;

/// <param name="Libelle">In French.</param>
/// <param name="Ouvertes">Overdue ones among them.</param>
public sealed record CompteParClauseDto(NatureEcheance Nature, string Libelle, string Clause, int Ouvertes, int Depassees, int AExpliquer);

internal sealed class CountEcheancesHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<CountEcheances, Result<Liste<CompteParClauseDto>>>
{
    public async Task<Result<Liste<CompteParClauseDto>>> Handle(CountEcheances request, CancellationToken cancellationToken)
    {
        var lot = request.Lot is null ? string.Empty : " and e.lot_code = $2";
        var command = LectureDirecte.Command(
            $"""
            select e.nature, count(*) filter (where e.etat = 'Ouverte')::int, count(*) filter (where {RequeteEcheances.Depassees})::int,
              count(*) filter (where {RequeteEcheances.AExpliquer})::int
            from masp.echeances e
            where e.departement_code = $1 and (e.etat = 'Ouverte' or (e.etat in ('TenueEnRetard', 'NonTenue') and e.cause is null)){portee.Echeances("e")}{lot}
            group by e.nature
            """,
            request.Lot is { } code ? [LectureDirecte.Value(lecture.Departement), LectureDirecte.Value(code)] : [LectureDirecte.Value(lecture.Departement)]);
        var rows = await lecture.ListAsync(
            reader =>
            {
                var nature = Enum.Parse<NatureEcheance>(reader.GetString(0));
                return new CompteParClauseDto(nature, Natures.Libelle(nature), Natures.Clause(nature), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
            },
            command,
            cancellationToken);
        return new Liste<CompteParClauseDto>([.. rows.OrderBy(r => r.Nature)], null);
    }
}
