using Masp.Application.Commun;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Territoires;
using NodaTime;
using Npgsql;
using System.Globalization;
using System.Text.Json;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>Rencontres with all that a screen says of them, hand-written: a day's or a month's list is what workers open most.</summary>
internal sealed class SqlDeRencontre(string departement, Portee portee)
{
    private const string Select =
        """
        select r.id, m.id, m.numero, b.prenom || ' ' || b.nom,
          coalesce((select c.nom from masp.communes c where c.departement_code = m.departement_code and c.code_insee = m.commune_insee), m.commune_insee),
          r.etat, r.date, r.heure, r.duree_minutes, r.lieu, i.id, i.prenom || ' ' || i.nom, t.id, t.nom, r.cause, r.note, r.trajet_minutes, r.trajet_km,
          r.externe_id, r.enregistree_le, r.xmin,
          (select jsonb_agg(jsonb_build_object('le', k.le, 'motif', k.motif, 'avant', k.avant) order by k.rang)::text
            from masp.corrections_de_rencontre k where k.departement_code = r.departement_code and k.rencontre_id = r.id)
        from masp.rencontres r
        join masp.mesures m on m.departement_code = r.departement_code and m.id = r.mesure_id
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        join masp.titulaires t on t.departement_code = r.departement_code and t.id = r.titulaire_id
        left join masp.intervenants i on i.departement_code = r.departement_code and i.id = r.intervenant_id
        where r.departement_code = $1
        """;

    private readonly List<string> _conditions = [];
    private readonly List<NpgsqlParameter> _values = [LectureDirecte.Value(departement)];

    /// <param name="condition">With <c>?</c> for the value.</param>
    /// <param name="value">Of the condition.</param>
    public SqlDeRencontre Where(string condition, NpgsqlParameter value)
    {
        _values.Add(value);
        _conditions.Add(condition.Replace("?", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return this;
    }

    /// <summary>Behind the row that the page before ended with, in the same order.</summary>
    public SqlDeRencontre After(LocalDate date, Guid id, bool inverse)
    {
        _values.Add(LectureDirecte.Value(date));
        _values.Add(LectureDirecte.Value(id));
        _conditions.Add(string.Create(CultureInfo.InvariantCulture, $"(r.date, r.id) {(inverse ? '<' : '>')} (${_values.Count - 1}, ${_values.Count})"));
        return this;
    }

    public NpgsqlBatchCommand Page(bool inverse, int limit)
    {
        var sens = inverse ? " desc" : string.Empty;
        var where = string.Concat(_conditions.Select(c => "\n  and " + c));
        return LectureDirecte.Command(
            string.Create(CultureInfo.InvariantCulture, $"{Select}{where}{portee.Mesures("m")}{portee.AvantCession("r.mesure_id", "r.date")}\norder by r.date{sens}, r.id{sens}\nlimit {limit}"),
            _values);
    }

    public static RencontreDto Row(NpgsqlDataReader reader, Reglements reglements)
    {
        var etat = Enum.Parse<EtatRencontre>(reader.GetString(5));
        var date = reader.GetFieldValue<LocalDate>(6);
        var lieu = Enum.Parse<LieuRencontre>(reader.GetString(9));
        return new RencontreDto(
            reader.GetGuid(0), new RefDto(reader.GetGuid(1), reader.GetString(2)), reader.GetString(3), reader.GetString(4), etat, date,
            reader.IsDBNull(7) ? null : reader.GetFieldValue<LocalTime>(7),
            reader.IsDBNull(8) ? null : reader.GetInt32(8),
            lieu,
            reader.IsDBNull(10) ? null : new RefDto(reader.GetGuid(10), reader.GetString(11)),
            new RefDto(reader.GetGuid(12), reader.GetString(13)),
            reader.IsDBNull(14) ? null : Enum.Parse<CauseRencontreManquee>(reader.GetString(14)),
            reader.IsDBNull(15) ? null : reader.GetString(15),
            reader.IsDBNull(16) ? null : reader.GetInt32(16),
            reader.IsDBNull(17) ? null : reader.GetInt32(17),
            FrequenceDesRencontres.Counts(etat, lieu, reglements.On(date)),
            reader.IsDBNull(18) ? null : reader.GetString(18),
            reader.GetFieldValue<LocalDate>(19),
            reader.IsDBNull(21) ? [] : JsonSerializer.Deserialize<List<CorrectionDto>>(reader.GetString(21), Json.Options)!,
            Versions.Text(reader.GetFieldValue<uint>(20)));
    }
}
