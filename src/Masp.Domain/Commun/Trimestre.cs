using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Masp.Domain.Commun;

/// <summary>A calendar quarter, written <c>2022-T1</c>.</summary>
public readonly partial record struct Trimestre : IComparable<Trimestre>
{
    private Trimestre(int annee, int rang)
    {
        Annee = annee;
        Rang = rang;
    }

    public int Annee { get; }

    /// <summary>1 to 4.</summary>
    public int Rang { get; }

    public LocalDate Debut => new(Annee, ((Rang - 1) * 3) + 1, 1);

    /// <summary>Last day, included.</summary>
    public LocalDate Fin => Debut.PlusMonths(3).PlusDays(-1);

    /// <summary>One whole number per quarter, in order: what is stored and sorted.</summary>
    public int Index => (Annee * 4) + Rang - 1;

    public static Trimestre Of(LocalDate date) => new(date.Year, ((date.Month - 1) / 3) + 1);

    public static Trimestre FromIndex(int index) => new(index / 4, (index % 4) + 1);

    /// <param name="text"><c>yyyy-Tn</c>, year 2000 to 2099, n 1 to 4.</param>
    /// <returns>Refused with <c>trimestre.invalide</c>.</returns>
    public static Result<Trimestre> Parse(string? text, string? field = null)
    {
        var match = Form().Match(text ?? string.Empty);
        return match.Success
            ? new Trimestre(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].ValueSpan[0] - '0')
            : Error.Invalid("trimestre.invalide", "Le trimestre s'écrit « 2022-T1 » à « 2022-T4 ».", field);
    }

    public Trimestre Next() => FromIndex(Index + 1);

    public Trimestre Previous() => FromIndex(Index - 1);

    public int CompareTo(Trimestre other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Annee:0000}-T{Rang}");

    public static bool operator <(Trimestre a, Trimestre b) => a.Index < b.Index;

    public static bool operator >(Trimestre a, Trimestre b) => a.Index > b.Index;

    public static bool operator <=(Trimestre a, Trimestre b) => a.Index <= b.Index;

    public static bool operator >=(Trimestre a, Trimestre b) => a.Index >= b.Index;

    [GeneratedRegex(@"\A(20[0-9]{2})-T([1-4])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
