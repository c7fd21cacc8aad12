using System.Globalization;
using System.Text;
using Masp.Application.Commun;
using Masp.Domain.Facturation;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Application.Mesures;

/// <summary>
/// The SQL of a filtered and sorted page of Mesures. Only the filters asked for are written, so that each form of the question
/// has a plan of its own; every piece is a constant, every value a parameter. The commune's name is asked for row by row: joined,
/// the planner of a large Departement compares each row of the page with every commune.
/// </summary>
internal sealed class RequeteMesures(string departement, Portee portee, LocalDate aujourdhui)
{
    private readonly StringBuilder _sql = new StringBuilder(
        """
        select m.id, m.numero, m.etat, b.nom, b.prenom, m.lot_code, t.id, t.nom, m.avec_gestion, a.zone,
          coalesce((select c.nom from masp.communes c where c.departement_code = m.departement_code and c.code_insee = m.commune_insee), m.commune_insee),
          m.debut, m.fin_prevue, m.fin_reelle
        from masp.mesures m
        join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
        join masp.titulaires t on t.departement_code = m.departement_code and t.id = m.titulaire_id
        left join lateral (
          select zone from masp.affectations
          where departement_code = m.departement_code and code_insee = m.commune_insee and debut <= $2 order by debut desc limit 1) a on true
        where m.departement_code = $1
        """).Append(portee.MesuresTenues("m"));

    private readonly List<NpgsqlParameter> _values = [LectureDirecte.Value(departement), LectureDirecte.Value(aujourdhui)];

    /// <returns>Null when the cursor is not one of this order.</returns>
    public NpgsqlBatchCommand? Build(ListMesures request, TriMesures tri, Curseur? curseur, int limit)
    {
        _sql.Append(portee.Archives("m", request.Archives));
        if (request.Lot is { } lot)
            Where("m.lot_code = ?", LectureDirecte.Value(lot));
        if (request.TitulaireId is { } titulaire)
            Where("m.titulaire_id = ?", LectureDirecte.Value(titulaire));
        if (request.IntervenantId is { } intervenant)
            Where("m.intervenant_id = ?", LectureDirecte.Value(intervenant));
        if (request.Etat is { } etat)
            Where("m.etat = ?", LectureDirecte.Value(etat.ToString()));
        if (request.Commune is { } commune)
            Where("m.commune_insee = ?", LectureDirecte.Value(commune));
        if (request.Type is { } type)
        {
            Where("m.avec_gestion = ?", LectureDirecte.Value(type is TypeMesure.AGU or TypeMesure.AGR));
            Where("coalesce(a.zone, 'Urbaine') = ?", LectureDirecte.Value(type is TypeMesure.SGU or TypeMesure.AGU ? "Urbaine" : "Rurale"));
        }

        if (request.Recherche is { Length: > 0 } texte)
            Where("(m.beneficiaire_id in (select masp.beneficiaires_trouves(?, 1000)) or m.numero like '%' || ? || '%')", LectureDirecte.Value(texte));
        if (curseur is not null && !After(tri, curseur))
            return null;
        var sens = tri.Inverse ? " desc" : string.Empty;
        _sql.Append(CultureInfo.InvariantCulture, $"\norder by {tri.Colonne}{sens}");
        if (tri.Cle != tri.Colonne)
            _sql.Append(CultureInfo.InvariantCulture, $", {tri.Cle}{sens}");

        // Written, not a parameter: a plan kept for any limit expects a tenth of the table, and reads it so. It is a whole number of ours.
        _sql.Append(CultureInfo.InvariantCulture, $"\nlimit {limit}");
        return LectureDirecte.Command(_sql.ToString(), _values);
    }

    private bool After(TriMesures tri, Curseur curseur)
    {
        var comparison = tri.Inverse ? "<" : ">";
        if (tri.Champ == "numero")
        {
            Where($"m.numero {comparison} ?", LectureDirecte.Value(curseur.Cle));
            return true;
        }

        if (!Guid.TryParse(curseur.Cle, out var id) || curseur.Valeur is not { } valeur)
            return false;
        if (tri.Champ == "nom")
        {
            _values.Add(LectureDirecte.Value(valeur));
        }
        else
        {
            var date = LocalDatePattern.Iso.Parse(valeur);
            if (!date.Success)
                return false;
            _values.Add(LectureDirecte.Value(date.Value));
        }

        _values.Add(LectureDirecte.Value(id));
        _sql.Append(CultureInfo.InvariantCulture, $"\n  and ({tri.Colonne}, {tri.Cle}) {comparison} (${_values.Count - 1}, ${_values.Count})");
        return true;
    }

    private void Where(string condition, NpgsqlParameter value)
    {
        _values.Add(value);
        _sql.Append("\n  and ").Append(condition.Replace("?", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }
}
