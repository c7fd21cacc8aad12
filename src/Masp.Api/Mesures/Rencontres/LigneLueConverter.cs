using System.Text.Json;
using System.Text.Json.Serialization;
using Masp.Api.Commun;
using Masp.Application.Mesures.Rencontres;

namespace Masp.Api.Mesures.Rencontres;

/// <summary>A line of a batch that is not what it should be is refused by itself: the others are read on.</summary>
internal sealed class LigneLueConverter : JsonConverter<LigneLue>
{
    public override bool HandleNull => true;

    public override LigneLue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var line = JsonDocument.ParseValue(ref reader);
        try
        {
            return new LigneLue(line.Deserialize<LigneDeLot>(options) ?? throw new JsonException());
        }
        catch (JsonException exception)
        {
            return new LigneLue(null, Erreurs.Read(exception)[0]);
        }
    }

    public override void Write(Utf8JsonWriter writer, LigneLue value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Ligne, options);
}
