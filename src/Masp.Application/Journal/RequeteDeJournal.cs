using System.Globalization;
using System.Text;
using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using NodaTime;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>Which rows of a journal are asked for.</summary>
/// <param name="Du">First day, Europe/Paris.</param>
/// <param name="Au">Last day, included.</param>
/// <param name="Operation">An <c>operationId</c> of the contract.</param>
/// <param name="MesureId">The Mesure and what its person's file holds beside it.</param>
/// <param name="Nature">Of looks only.</param>
public sealed record FiltreDeJournal(
    LocalDate? Du = null, LocalDate? Au = null, Guid? UtilisateurId = null, string? Operation = null, Guid? MesureId = null, Guid? RequeteId = null, NatureAcces? Nature = null);

/// <summary>The SQL of a page, or of a whole export, of a journal: latest first.</summary>
internal sealed class RequeteDeJournal(string departement)
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private readonly StringBuilder _sql = new();
    private readonly List<NpgsqlParameter> _values = [LectureDirecte.Value(departement)];

    /// <summary>Refused with <c>journal.periode</c> when the period ends before it begins.</summary>
    public static Error? Check(FiltreDeJournal filtre) => filtre is { Du: { } du, Au: { } au } && au < du
        ? Error.Invalid("journal.periode", "La période finit avant de commencer.", "au")
        : null;

    /// <param name="select">Columns, table <c>l</c> and its joins.</param>
    /// <param name="operation">Column of the operation.</param>
    /// <param name="filtre">What is asked for.</param>
    /// <param name="avant">Only rows below that number.</param>
    /// <param name="limit">Rows at most; none when null.</param>
    public NpgsqlBatchCommand Build(string select, string operation, FiltreDeJournal filtre, long? avant, int? limit)
    {
        _sql.Append(select).Append("\nwhere l.departement_code = $1");
        if (filtre.Du is { } du)
            Where("l.instant >= ?", du.AtStartOfDayInZone(Paris).ToInstant());
        if (filtre.Au is { } au)
            Where("l.instant < ?", au.PlusDays(1).AtStartOfDayInZone(Paris).ToInstant());
        if (filtre.UtilisateurId is { } user)
            Where("l.utilisateur_id = ?", user);
        if (filtre.Operation is { } name)
            Where($"l.{operation} = ?", name);
        if (filtre.RequeteId is { } call)
            Where("l.requete_id = ?", call);
        if (filtre.Nature is { } nature)
            Where("l.nature = ?", JsonNamingPolicy.CamelCase.ConvertName(nature.ToString()));
        if (filtre.MesureId is { } mesure)
        {
            Where(
                "l.beneficiaire_id = (select m.beneficiaire_id from masp.mesures m where m.departement_code = $1 and m.id = ?) and coalesce(l.mesure_id, ?) = ?",
                mesure);
        }

        if (avant is { } before)
            Where("l.id < ?", before);
        _sql.Append("\norder by l.id desc");
        if (limit is { } rows)
            _sql.Append(CultureInfo.InvariantCulture, $"\nlimit {rows}");
        return LectureDirecte.Command(_sql.ToString(), _values);
    }

    private void Where<T>(string condition, T value)
    {
        _values.Add(LectureDirecte.Value(value));
        _sql.Append("\n  and ").Append(condition.Replace("?", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}

/// <summary>Cursors of lists that go down the numbers of a journal.</summary>
internal static class CurseurDeJournal
{
    public static Result<(int Taille, long? Avant)> Read(Pagination pagination)
    {
        var page = pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        if (page.Value.Curseur is not { } curseur)
            return (page.Value.Taille, null);
        return long.TryParse(curseur.Cle, NumberStyles.None, CultureInfo.InvariantCulture, out var avant) ? (page.Value.Taille, avant) : Curseurs.Refuse;
    }

    public static Curseur Of(long id) => new(null, id.ToString(CultureInfo.InvariantCulture));
}
