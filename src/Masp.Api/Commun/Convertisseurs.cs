using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using NodaTime;
using NodaTime.Text;

namespace Masp.Api.Commun;

/// <summary>A value that JSON allows and we do not: a code and French words, put beside its field.</summary>
public sealed class ValeurRefusee(string code, string message) : JsonException(message)
{
    public string Code { get; } = code;
}

/// <summary>Euros with at most two decimals outside, integer cents inside (R43).</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var euros))
            throw new ValeurRefusee("montant.invalide", "Le montant doit être un nombre d'euros.");
        var money = Money.FromEuros(euros);
        return money.IsSuccess ? money.Value : throw new ValeurRefusee(money.Error.Code, money.Error.Message);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Euros);
}

/// <summary>Texts: composed the same way (NFC), trimmed, without control characters that neither PostgreSQL nor a printed letter can hold.</summary>
internal sealed class TexteConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new ValeurRefusee("champ.texte-attendu", "Ce champ est un texte.");
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ValeurRefusee("texte.caractere-interdit", "Ce texte contient un caractère qui n'en est pas un.");
        }

        return Textes.Clean(text) ?? throw new ValeurRefusee("texte.caractere-interdit", "Ce texte contient un caractère de contrôle.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

internal static class Textes
{
    /// <summary>Null when a control character, a lone surrogate or a direction override is in it; line breaks and tabs are allowed.</summary>
    public static string? Clean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')) || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069)
                return null;
        }

        return text.Normalize(NormalizationForm.FormC).Trim();
    }
}

/// <summary>yyyy-MM-dd between 1900 and 2100: nothing else can be computed with safely, nor meant.</summary>
internal sealed class DateConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = reader.TokenType == JsonTokenType.String ? Dates.Parse(reader.GetString()!) : null;
        return parsed is { IsSuccess: true } ? parsed.Value : throw new ValeurRefusee(parsed?.Error?.Code ?? "date.invalide", parsed?.Error?.Message ?? Dates.Forme);
    }

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

/// <summary>HH:mm, of a day in Paris.</summary>
internal sealed class HeureConverter : JsonConverter<LocalTime>
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parsed = reader.TokenType == JsonTokenType.String ? Pattern.Parse(reader.GetString()!) : null;
        return parsed is { Success: true } ? parsed.Value : throw new ValeurRefusee("heure.invalide", "Une heure s'écrit « 14:30 ».");
    }

    public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) => writer.WriteStringValue(Pattern.Format(value));
}

internal static class Dates
{
    public const string Forme = "Une date s'écrit « 2022-01-31 ».";

    public static Result<LocalDate> Parse(string text)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        if (!parsed.Success)
            return Error.Invalid("date.invalide", Forme);
        return DatesAdmises.Contains(parsed.Value)
            ? parsed.Value
            : Error.Invalid("date.hors-bornes", "Une date se situe entre le 1er janvier 1900 et le 31 décembre 2100.");
    }
}
