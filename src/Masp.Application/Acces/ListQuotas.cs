using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.Acces;

/// <summary>How many looks an hour each role has in the Departement.</summary>
public sealed record ListQuotas : IQuery<Liste<QuotaDto>>;

/// <param name="Limite">Looks an hour and account, included.</param>
/// <param name="Habituelle">What it is until an Administrateur sets another.</param>
public sealed record QuotaDto(Role Role, NatureUsage Nature, int Limite, int Habituelle);

internal sealed class ListQuotasHandler(LectureDirecte lecture) : IRequestHandler<ListQuotas, Result<Liste<QuotaDto>>>
{
    private const string Sql =
        """
        select r.role, n.nature, journal.quota(masp.departement(), r.role, n.nature), journal.quota_habituel(r.role, n.nature)
        from unnest($1::text[]) with ordinality as r(role, rang) cross join unnest($2::text[]) with ordinality as n(nature, rang)
        order by r.rang, n.rang
        """;

    public async Task<Result<Liste<QuotaDto>>> Handle(ListQuotas request, CancellationToken cancellationToken)
    {
        var command = LectureDirecte.Command(
            Sql, LectureDirecte.Value(Enum.GetNames<Role>()), LectureDirecte.Value(Enum.GetValues<NatureUsage>().Select(MotsDUsage.Of).ToArray()));
        var rows = await lecture.ListAsync(
            reader => new QuotaDto(Enum.Parse<Role>(reader.GetString(0)), Enum.Parse<NatureUsage>(reader.GetString(1), ignoreCase: true), reader.GetInt32(2), reader.GetInt32(3)),
            command, cancellationToken);
        return new Liste<QuotaDto>(rows, null);
    }
}

/// <summary>As PostgreSQL writes them.</summary>
internal static class MotsDUsage
{
    public static string Of(NatureUsage nature) => JsonNamingPolicy.CamelCase.ConvertName(nature.ToString());
}
