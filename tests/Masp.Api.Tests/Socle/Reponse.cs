using System.Net;
using System.Text.Json.Nodes;

namespace Masp.Api.Tests.Socle;

/// <summary>What the API answered, read once.</summary>
/// <param name="Texte">The body as it came.</param>
/// <param name="Requete">How the journals name the call.</param>
/// <param name="Attente">Seconds after which to come back.</param>
public sealed record Reponse(HttpStatusCode Statut, string Texte, string? ETag, string? Format, string? Requete = null, int? Attente = null)
{
    /// <summary>The body as JSON; null when there is none.</summary>
    public JsonNode? Corps { get; } = Format?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(Texte) : null;

    public Guid Id => Guid.Parse(Lire("id"));

    /// <summary>The stable code of a refusal.</summary>
    public string? Code => Corps?["code"]?.GetValue<string>();

    public string? Detail => Corps?["detail"]?.GetValue<string>();

    /// <summary>The fields a refusal names, in alphabetical order.</summary>
    public IReadOnlyList<string> Champs =>
        Corps?["errors"] is JsonObject fields ? [.. fields.Select(f => f.Key).Order(StringComparer.Ordinal)] : [];

    /// <param name="chemin">Members apart by points: <c>bonDeCommande.id</c>.</param>
    public string Lire(string chemin) => chemin.Split('.').Aggregate(Corps, (node, member) => node![member])!.ToString();

    /// <summary>Goes on only when the API did it.</summary>
    public Reponse Reussie()
    {
        Assert.True((int)Statut is >= 200 and < 300, $"{(int)Statut} {Texte}");
        return this;
    }

    /// <summary>A refusal in the shape of every refusal: problem details, a code, French words, the field when one is at fault.</summary>
    public void AssertRefused(int statut, string code, string? champ = null)
    {
        Assert.True((int)Statut == statut && Code == code, $"expected {statut} {code}, got {(int)Statut} {Texte}");
        Assert.StartsWith("application/problem+json", Format, StringComparison.Ordinal);
        Assert.Equal(statut, Corps!["status"]!.GetValue<int>());
        Assert.Matches("[a-zéèêàçœ’' ]{8,}", Detail);
        Assert.DoesNotMatch(@"\b(the|invalid|could not|failed|exception|JSON value)\b", Detail);
        if (champ is not null)
            Assert.Contains(champ, Champs);
    }
}
