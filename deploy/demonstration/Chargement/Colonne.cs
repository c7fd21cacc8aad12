using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Masp.Demonstration;

/// <summary>One column of a table, and how its value is found and converted from a row.</summary>
internal sealed class Colonne
{
    private readonly Func<Ligne, object?> _read;
    private readonly Func<object?, object?>? _convert;

    public Colonne(IReadOnlyProperty property, in StoreObjectIdentifier table, Func<Ligne, object?> read)
    {
        Nom = property.GetColumnName(table)!;
        var mapping = (RelationalTypeMapping)property.GetTypeMapping();
        _convert = mapping.Converter?.ConvertToProvider;
        var type = mapping.StoreType;
        var facette = type.IndexOf('(', StringComparison.Ordinal);
        Type = facette < 0 ? type : type[..facette];
        _read = read;
    }

    public string Nom { get; }

    /// <summary>Name of the PostgreSQL type, without length.</summary>
    public string Type { get; }

    public object? ValueOf(Ligne ligne) => _read(ligne) is { } value ? _convert is null ? value : _convert(value) : null;
}

/// <summary>What one row is made from: its own object, and the root it belongs to (itself, for a root).</summary>
internal readonly record struct Ligne(object Racine, object Objet);
