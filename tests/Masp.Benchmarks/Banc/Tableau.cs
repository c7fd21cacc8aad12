using System.Globalization;
using Spectre.Console;

namespace Masp.Benchmarks.Banc;

/// <summary>A measured line, already in words.</summary>
/// <param name="Tenu">Whether the aim is met; null when the line has none.</param>
internal sealed record Ligne(string Travail, string Notre, string Plancher, string Rapport, string But, bool? Tenu);

/// <summary>The lines of a run, for the eye and for a file.</summary>
internal sealed class Tableau
{
    private static readonly string[] Titles = ["work", "ours", "floor", "ratio", "aim", ""];

    private readonly List<Ligne> _lignes = [];

    public void Add(IEnumerable<Ligne> lignes)
    {
        foreach (var ligne in lignes)
        {
            _lignes.Add(ligne);
            Bases.Say(string.Join(" | ", Cells(ligne)));
        }
    }

    public Table ToTable()
    {
        var table = new Table();
        foreach (var title in Titles)
            table.AddColumn(title);
        foreach (var ligne in _lignes)
            table.AddRow([.. Cells(ligne).Select(Markup.Escape)]);
        return table;
    }

    public string ToMarkdown() => string.Join('\n', [Row(Titles), Row(Titles.Select(_ => "---")), .. _lignes.Select(l => Row(Cells(l)))]);

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,##0", CultureInfo.InvariantCulture);

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string[] Cells(Ligne l) => [l.Travail, l.Notre, l.Plancher, l.Rapport, l.But, l.Tenu switch { true => "met", false => "missed", null => "" }];
}
