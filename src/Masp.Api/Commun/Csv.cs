using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Masp.Api.Commun;

/// <summary>
/// A CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, and no cell that a spreadsheet would run. Written row by row: however
/// long, it is never held.
/// </summary>
internal static partial class Csv
{
    private const char Separator = ';';

    /// <param name="http">Answers with it.</param>
    /// <param name="nom">Of the file, without its extension.</param>
    /// <param name="entetes">First row.</param>
    /// <param name="lignes">The rows.</param>
    /// <param name="cellules">The cells of one row.</param>
    public static async Task WriteAsync<T>(HttpContext http, string nom, IReadOnlyList<string> entetes, IAsyncEnumerable<T> lignes, Func<T, IEnumerable<object?>> cellules)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{nom}.csv\"";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        await writer.WriteAsync(Row(entetes));
        await foreach (var ligne in lignes.WithCancellation(http.RequestAborted))
            await writer.WriteAsync(Row(cellules(ligne)));
    }

    public static string Row(IEnumerable<object?> cells) => string.Join(Separator, cells.Select(Cell)) + "\r\n";

    /// <summary>A text that begins like a formula is told apart by an apostrophe, as a spreadsheet shows it; numbers and dates of ours stay as they are.</summary>
    public static string Cell(object? value)
    {
        var text = value switch
        {
            null => string.Empty,
            string told => Plain(told),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => Plain(value.ToString()!),
        };
        return text.AsSpan().IndexOfAny($"{Separator}\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private static string Plain(string text) => Formule().IsMatch(text) ? "'" + text : text;

    // What a spreadsheet takes for a formula, the full-width forms included: the same as in the client.
    [GeneratedRegex(@"^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Formule();
}
