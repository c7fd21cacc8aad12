using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Masp.Architecture.Tests.Modele;

/// <summary>What the mapping of an aggregate must respect, as sentences about what does not.</summary>
internal static class ReglesDuModele
{
    private const string Tenant = nameof(AggregateRoot.DepartementCode);

    /// <summary>Only roots have a set, and every root that is mapped has one.</summary>
    public static IReadOnlyList<string> Sets(IReadOnlyModel model, params Type[] contexts)
    {
        var sets = contexts.SelectMany(c => c.GetProperties()).Select(p => p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>)).Select(t => t.GetGenericArguments()[0]).ToHashSet();
        return
        [
            .. sets.Where(t => !t.IsAssignableTo(typeof(AggregateRoot))).Select(t => $"{t.Name} has a set and is no root"),
            .. model.GetEntityTypes().Where(e => !e.IsOwned() && !sets.Contains(e.ClrType)).Select(e => $"{e.ClrType.Name} is mapped by itself and has no set"),
        ];
    }

    /// <summary>A root loads whole: whatever it holds is owned, and comes along whenever it is read.</summary>
    public static IReadOnlyList<string> Wholeness(IReadOnlyModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           from navigation in entity.GetNavigations()
           where !navigation.ForeignKey.IsOwnership
           select $"{entity.ClrType.Name}.{navigation.Name} leads to another aggregate",
        .. from entity in model.GetEntityTypes()
           from navigation in entity.GetNavigations()
           where navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent && !navigation.IsEagerLoaded
           select $"{entity.ClrType.Name}.{navigation.Name} is not loaded with its root",
        .. from entity in model.GetEntityTypes()
           where entity.GetSkipNavigations().Any()
           select $"{entity.ClrType.Name} is joined to many others",
        .. from entity in model.GetEntityTypes()
           where entity.IsOwned()
           let root = Root(entity)
           where !root.ClrType.IsAssignableTo(typeof(AggregateRoot))
           select $"{entity.ClrType.Name} belongs to {root.ClrType.Name}, which is no root",
    ];

    /// <summary>The tenant comes first in every key and index, and each set shows one tenant only.</summary>
    public static IReadOnlyList<string> Tenancy(IReadOnlyModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.FindPrimaryKey()?.Properties[0].Name != Tenant && !SharesItsTable(entity)
           select $"the key of {entity.ClrType.Name} does not begin with the tenant",
        .. from entity in model.GetEntityTypes()
           from index in entity.GetIndexes()
           where index.Properties[0].Name != Tenant
           select $"the index {index.GetDatabaseName()} does not begin with the tenant",
        .. from entity in model.GetEntityTypes()
           where !entity.IsOwned() && entity.GetDeclaredQueryFilters().Count == 0
           select $"{entity.ClrType.Name} is read across tenants",
    ];

    /// <summary>Each root carries the version that PostgreSQL keeps.</summary>
    public static IReadOnlyList<string> Versions(IReadOnlyModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where !entity.IsOwned()
           let version = entity.GetProperties().FirstOrDefault(p => p.IsConcurrencyToken)
           where version is null || version.GetColumnName() != "xmin" || version.ValueGenerated != ValueGenerated.OnAddOrUpdate
           select $"{entity.ClrType.Name} has no row version on xmin",
    ];

    private static bool SharesItsTable(IReadOnlyEntityType entity) =>
        entity.FindOwnership() is { } ownership && ownership.PrincipalEntityType.GetTableName() == entity.GetTableName();

    private static IReadOnlyEntityType Root(IReadOnlyEntityType entity) => entity.FindOwnership() is { } ownership ? Root(ownership.PrincipalEntityType) : entity;
}
