using System.Globalization;
using System.Text;
using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Acces;
using Masp.Domain.Echeances;
using NodaTime;
using Npgsql;

namespace Masp.Application.Echeances;

/// <summary>The SQL of a filtered page of deadlines: only the filters asked for are written, every piece is a constant, every value a parameter.</summary>
internal sealed class RequeteEcheances(string departement, Portee portee, LocalDate aujourdhui)
{
    /// <summary>Late in any way, and nobody said why; each part has an index to be found by.</summary>
    public const string AExpliquer =
        "e.cause is null and (e.etat in ('TenueEnRetard', 'NonTenue') or (e.etat = 'Ouverte' and e.limite < (select masp.aujourdhui()) and e.date_brute < (select masp.aujourdhui())))";

    public const string Depassees = "e.etat = 'Ouverte' and e.limite < (select masp.aujourdhui()) and e.date_brute < (select masp.aujourdhui())";

    /// <summary>Who serves the file today, or owes it over all its files.</summary>
    private static readonly string Titulaire = $"coalesce(e.titulaire_id, {EnVigueur.Titulaire("m")}, o.titulaire_id)";

    private readonly StringBuilder _sql = new StringBuilder(
        $"""
        select e.id, e.nature, e.occurrence, e.etat,
          case when e.etat = 'Ouverte' then greatest(0, $2 - greatest(e.limite, e.date_brute)) else 0 end,
          {AExpliquer},
          e.responsable, e.limite, e.tenue_le, e.cause, m.id, m.numero, o.id, o.numero, t.id, t.nom, i.id, i.prenom || ' ' || i.nom, e.lot_code
        from masp.echeances e
        left join masp.bons_de_commande o on o.departement_code = e.departement_code and o.id = e.bon_de_commande_id
        left join masp.mesures m on m.departement_code = e.departement_code and m.id = e.mesure_id
        left join masp.titulaires t on t.departement_code = e.departement_code and t.id = {Titulaire}
        left join masp.intervenants i on i.departement_code = e.departement_code and i.id = {EnVigueur.Intervenant("m")}
        where e.departement_code = $1
        """).Append(portee.Echeances("e"));

    private readonly List<NpgsqlParameter> _values = [LectureDirecte.Value(departement), LectureDirecte.Value(aujourdhui)];

    /// <summary>Whose deadlines are one's own; null for a role that owes none.</summary>
    public static Responsable? ResponsableOf(Role role) => role switch
    {
        Role.ChefTitulaire => Responsable.Titulaire,
        Role.Intervenant => Responsable.Intervenant,
        Role.Referent => Responsable.ServiceReferent,
        Role.Agent or Role.Decideur or Role.Comptable or Role.Integrateur => Responsable.Safpm,
        Role.Administrateur or Role.Exports or Role.Evaluateur or Role.Auditeur or Role.Beneficiaire => null,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown Role."),
    };

    public NpgsqlBatchCommand Build(ListEcheances request, Responsable? responsable, LocalDate? apresLe, Guid? apresId, int limit)
    {
        Append(request.Etat switch
        {
            null or FiltreEcheances.Ouvertes => "e.etat = 'Ouverte'",
            FiltreEcheances.Depassees => Depassees,
            FiltreEcheances.AExpliquer => AExpliquer,
            FiltreEcheances.Tenues => "e.etat = 'Tenue'",
            FiltreEcheances.TenuesEnRetard => "e.etat = 'TenueEnRetard'",
            FiltreEcheances.NonTenues => "e.etat = 'NonTenue'",
            FiltreEcheances.SansObjet => "e.etat = 'SansObjet'",
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Etat, "Unknown FiltreEcheances."),
        });
        if (request.Nature is { } nature)
            Where("e.nature = ?", LectureDirecte.Value(nature.ToString()));
        if (responsable is { } owed)
            Where("e.responsable = ?", LectureDirecte.Value(owed.ToString()));
        if (request.TitulaireId is { } titulaire)
            Where($"{Titulaire} = ?", LectureDirecte.Value(titulaire));
        if (request.IntervenantId is { } intervenant)
            Where("m.intervenant_id = ?", LectureDirecte.Value(intervenant));
        if (request.Lot is { } lot)
            Where("e.lot_code = ?", LectureDirecte.Value(lot));
        if (apresLe is { } le && apresId is { } id)
        {
            _values.Add(LectureDirecte.Value(le));
            _values.Add(LectureDirecte.Value(id));
            _sql.Append(CultureInfo.InvariantCulture, $"\n  and (e.limite, e.id) > (${_values.Count - 1}, ${_values.Count})");
        }

        // Written, not a parameter, as in the list of Mesures.
        _sql.Append(CultureInfo.InvariantCulture, $"\norder by e.limite, e.id\nlimit {limit}");
        return LectureDirecte.Command(_sql.ToString(), _values);
    }

    private void Where(string condition, NpgsqlParameter value)
    {
        _values.Add(value);
        Append(condition.Replace("?", "$" + _values.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private void Append(string condition) => _sql.Append("\n  and (").Append(condition).Append(')');
}
