using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

/// <summary>What every root's table has: the tenant first in its key, the row version, and a count of its revisions.</summary>
internal static class Racines
{
    public const string Revision = "Revision";

    public static void Root<T>(this EntityTypeBuilder<T> builder, string table, params string[] key)
        where T : AggregateRoot
    {
        builder.ToTable(table);
        builder.HasKey([nameof(AggregateRoot.DepartementCode), .. key]);
        builder.Property(r => r.DepartementCode).HasMaxLength(3);
        builder.Property(r => r.Version).IsRowVersion();
        builder.Property<int>(Revision);
    }

    /// <summary>A child row: keyed by the tenant, its root, then itself; written and read with its root only.</summary>
    public static void Child<TOwner, T>(this OwnedNavigationBuilder<TOwner, T> builder, string table, string ownerKey, params string[] key)
        where TOwner : AggregateRoot
        where T : class
    {
        builder.ToTable(table);
        builder.WithOwner().HasForeignKey(nameof(AggregateRoot.DepartementCode), ownerKey);
        builder.Property<string>(nameof(AggregateRoot.DepartementCode)).HasMaxLength(3);
        builder.HasKey([nameof(AggregateRoot.DepartementCode), ownerKey, .. key]);
        foreach (var own in key)
            builder.Property(own).ValueGeneratedNever();
    }
}
