using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Masp.Infrastructure.Donnees;

/// <summary>Money is stored as integer cents (R43).</summary>
internal sealed class MoneyEnCentimes() : ValueConverter<Money, long>(m => m.Cents, c => new Money(c));

/// <summary>A quarter is stored as its rank, so that quarters sort and compare.</summary>
internal sealed class TrimestreEnRang() : ValueConverter<Trimestre, int>(t => t.Index, i => Trimestre.FromIndex(i));

/// <summary>A value written as jsonb.</summary>
internal sealed class EnJson<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, Json.Options),
    text => JsonSerializer.Deserialize<T>(text, Json.Options)!);

/// <summary>Compares by what would be written.</summary>
internal sealed class CompareJson<T>() : ValueComparer<T>(
    (a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options),
    value => JsonSerializer.Serialize(value, Json.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json.Options), Json.Options)!);
