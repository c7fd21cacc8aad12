using System.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Masp.Demonstration;

/// <summary>
/// A table of the EF model as a stream of rows: the loader knows no table by name, so a mapping that changes needs nothing here.
/// </summary>
internal sealed class TableACopier
{
    private readonly Func<object, IEnumerable<object>> _objetsOf;

    private TableACopier(IEntityType type, Func<object, IEnumerable<object>> objetsOf)
    {
        Nom = $"{type.GetSchema()}.{type.GetTableName()}";
        _objetsOf = objetsOf;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Colonnes = [.. ColumnsOf(type, table)];
    }

    /// <summary>With its schema.</summary>
    public string Nom { get; }

    public IReadOnlyList<Colonne> Colonnes { get; }

    /// <summary>The table of a root, then those of its children.</summary>
    public static IEnumerable<TableACopier> Of(IEntityType racine)
    {
        yield return new TableACopier(racine, root => [root]);
        foreach (var navigation in racine.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && n.IsCollection))
        {
            var getter = navigation.GetGetter();
            yield return new TableACopier(navigation.TargetEntityType, root => ((IEnumerable)getter.GetClrValue(root)!).Cast<object>());
        }
    }

    public IEnumerable<Ligne> RowsOf(object racine) => _objetsOf(racine).Select(objet => new Ligne(racine, objet));

    private static IEnumerable<Colonne> ColumnsOf(IEntityType type, StoreObjectIdentifier table)
    {
        var ownership = type.FindOwnership();
        foreach (var property in type.GetProperties().Where(p => !IsVersion(p)))
            yield return new Colonne(property, table, ReaderOf(property, ownership));
        foreach (var complex in type.GetComplexProperties())
        {
            var outer = complex.GetGetter();
            foreach (var property in complex.ComplexType.GetProperties())
            {
                var inner = property.GetGetter();
                yield return new Colonne(property, table, ligne => inner.GetClrValue(outer.GetClrValue(ligne.Objet)!));
            }
        }

        foreach (var single in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsCollection))
        {
            var outer = single.GetGetter();
            foreach (var property in single.TargetEntityType.GetProperties().Where(p => !p.IsPrimaryKey()))
            {
                var inner = property.GetGetter();
                yield return new Colonne(property, table, ligne => outer.GetClrValue(ligne.Objet) is { } part ? inner.GetClrValue(part) : null);
            }
        }
    }

    private static Func<Ligne, object?> ReaderOf(IProperty property, IForeignKey? ownership)
    {
        if (!property.IsShadowProperty())
        {
            var getter = property.GetGetter();
            return ligne => getter.GetClrValue(ligne.Objet);
        }

        if (ownership is not null && ownership.Properties.ToList().IndexOf(property) is >= 0 and var rang)
        {
            var key = ownership.PrincipalKey.Properties[rang].GetGetter();
            return ligne => key.GetClrValue(ligne.Racine);
        }

        var absent = property.ClrType.IsValueType ? Activator.CreateInstance(property.ClrType) : null;
        return _ => absent;
    }

    private static bool IsVersion(IProperty property) => property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate };
}
