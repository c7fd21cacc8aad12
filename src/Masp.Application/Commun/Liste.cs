using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Masp.Domain.Commun;

namespace Masp.Application.Commun;

/// <summary>A page of a list, never null, never unbounded.</summary>
/// <param name="Elements">At most <see cref="Pagination.TailleMax"/>.</param>
/// <param name="Apres">Opaque cursor of the next page; null on the last one.</param>
public sealed record Liste<T>(IReadOnlyList<T> Elements, string? Apres)
{
    public Liste<TOut> Select<TOut>(Func<T, TOut> map) => new([.. Elements.Select(map)], Apres);

    /// <summary>Cuts the extra row that tells there is a next page.</summary>
    public static Liste<T> Cut(List<T> rows, int taille, Func<T, Curseur> curseur)
    {
        if (rows.Count <= taille)
            return new Liste<T>(rows, null);
        rows.RemoveRange(taille, rows.Count - taille);
        return new Liste<T>(rows, curseur(rows[^1]).Encode());
    }
}

/// <summary>How much of a list is asked for.</summary>
/// <param name="Taille">1 to 200, 50 when not told.</param>
/// <param name="Apres">Cursor of the page before.</param>
public sealed record Pagination(int? Taille, string? Apres)
{
    public const int TailleMax = 200;

    public const int TailleHabituelle = 50;

    public Result<(int Taille, Curseur? Curseur)> Read()
    {
        if (Taille is < 1 or > TailleMax)
            return Error.Invalid("liste.taille-invalide", $"La taille d'une page va de 1 à {TailleMax}.", "taille");
        if (Apres is null)
            return (Taille ?? TailleHabituelle, null);
        return Curseur.Decode(Apres) is { } curseur
            ? (Taille ?? TailleHabituelle, curseur)
            : Curseurs.Refuse;
    }
}

/// <summary>Where a page ends: the value sorted on, and the key that settles ties.</summary>
public sealed record Curseur(string? Valeur, string Cle)
{
    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, Json.Options));

    public static Curseur? Decode(string text)
    {
        try
        {
            var curseur = JsonSerializer.Deserialize<Curseur>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)), Json.Options);
            return curseur?.Cle is null ? null : curseur;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ArgumentException)
        {
            return null;
        }
    }
}
