using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Masp.Api.Mesures.Rencontres;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Masp.Api.Commun;

/// <summary>How the API reads and writes JSON: strict in, exact out.</summary>
public static class ReponseJson
{
    public static JsonSerializerOptions Options { get; } = Configured();

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        options.Converters.Add(new EnumerationsConverter());
        options.Converters.Add(new MoneyConverter());
        options.Converters.Add(new TexteConverter());
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new HeureConverter());
        options.Converters.Add(new LigneLueConverter());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
