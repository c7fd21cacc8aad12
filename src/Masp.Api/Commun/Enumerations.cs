using System.Text.Json;
using System.Text.Json.Serialization;
using Masp.Domain.Facturation;

namespace Masp.Api.Commun;

/// <summary>
/// An enumeration is one word of the contract, exactly. The framework's own converter would take two words with a comma between them
/// for the sum of their numbers, and any case.
/// </summary>
internal sealed class EnumerationsConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Mots<>).MakeGenericType(typeToConvert))!;

    /// <summary>SGU, AGU, SGR, AGR keep their letters; all else is lower camel case.</summary>
    private static string Word(Type type, string name) =>
        (type == typeof(TypeMesure) || type == typeof(NatureLigne)) && name.Length == 3 ? name : JsonNamingPolicy.CamelCase.ConvertName(name);

    private sealed class Mots<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(value => Word(typeof(T), value.ToString()));
        private static readonly Dictionary<T, string> Words = Values.ToDictionary(p => p.Value, p => p.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new ValeurRefusee("champ.valeur-inconnue", $"Cette valeur n'est pas admise : choisissez parmi {string.Join(", ", Values.Keys)}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words[value]);
    }
}
