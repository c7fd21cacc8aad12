using System.Globalization;
using System.Text.Json;
using Masp.Application.Commun;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Journal;

/// <summary>How a look is recorded: one call of <c>journal.noter</c>, told who acts beforehand.</summary>
/// <param name="Positionnel">With $1 to $8, for a batch.</param>
/// <param name="Nomme">With @acces0 to @acces7, for the driver of EF Core, which knows no other.</param>
public sealed record SqlDAcces(string Positionnel, string Nomme, IReadOnlyList<NpgsqlParameter> Values)
{
    private static readonly (string Positionnel, string Nomme) Simple = Both("select journal.noter({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7})");

    /// <summary>Whether a record is the caller's to see is asked of the policies, in the same statement; one that is not is recorded as refused.</summary>
    private static readonly Dictionary<ObjetAcces, (string Positionnel, string Nomme)> OfRecords = new()
    {
        [ObjetAcces.Mesure] = IfSeen("mesures"),
        [ObjetAcces.Demande] = IfSeen("demandes"),
        [ObjetAcces.BonDeCommande] = IfSeen("bons_de_commande"),
        [ObjetAcces.Beneficiaire] = IfSeen("beneficiaires"),
        [ObjetAcces.Commission] = IfSeen("commissions"),
        [ObjetAcces.Facture] = IfSeen("factures"),
    };

    private static readonly Dictionary<NatureAcces, string> Natures = Words<NatureAcces>();
    private static readonly Dictionary<ObjetAcces, string> Objets = Words<ObjetAcces>();

    public static SqlDAcces Of(AccesDeclare declare, int? nombre, RequeteCourante requete)
    {
        var (positionnel, nomme) = declare is { ObjetId: not null, Nature: not NatureAcces.Refus } && OfRecords.TryGetValue(declare.Objet, out var asked) ? asked : Simple;
        return new SqlDAcces(positionnel, nomme,
        [
            LectureDirecte.Value(requete.Operation),
            LectureDirecte.Value(Natures[declare.Nature]),
            LectureDirecte.Value(Objets[declare.Objet]),
            LectureDirecte.Nullable(declare.ObjetId, NpgsqlDbType.Uuid),
            LectureDirecte.Nullable(declare.Filtres.Length == 0 ? null : declare.Filtres, NpgsqlDbType.Array | NpgsqlDbType.Text),
            LectureDirecte.Nullable(nombre, NpgsqlDbType.Integer),
            LectureDirecte.Value(requete.Id),
            LectureDirecte.Value(requete.Instant),
        ]);
    }

    public NpgsqlBatchCommand ToCommand() => LectureDirecte.Command(Positionnel, Values);

    private static (string Positionnel, string Nomme) IfSeen(string table) => Both(
        $"select journal.noter({{0}}, case when exists (select from masp.{table} where departement_code = (select masp.departement()) and id = {{3}}) then {{1}} else 'refus' end, "
        + "{2}, {3}, {4}, {5}, {6}, {7})");

    private static (string Positionnel, string Nomme) Both(string template) => (
        string.Format(CultureInfo.InvariantCulture, template, "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8"),
        string.Format(CultureInfo.InvariantCulture, template, "@acces0", "@acces1", "@acces2", "@acces3", "@acces4", "@acces5", "@acces6", "@acces7"));

    private static Dictionary<T, string> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
