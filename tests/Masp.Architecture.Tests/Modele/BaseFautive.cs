using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Masp.Architecture.Tests.Modele;

/// <summary>Planted: a mapping that breaks each rule once.</summary>
internal sealed class BaseFautive(DbContextOptions<BaseFautive> options) : DbContext(options)
{
    public DbSet<Arbre> Arbres => Set<Arbre>();

    public DbSet<Feuille> Feuilles => Set<Feuille>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Arbre>().HasIndex(a => a.Nom).HasDatabaseName("ix_arbre_nom");
        modelBuilder.Entity<Arbre>().HasMany(a => a.Feuilles).WithOne();
        modelBuilder.Entity<Arbre>().OwnsMany(a => a.Branches);
        modelBuilder.Entity<Arbre>().Navigation(a => a.Branches).AutoInclude(false);
        modelBuilder.Entity<Oublie>();
    }
}

internal sealed class Arbre
{
    public int Id { get; init; }

    public string Nom { get; init; } = string.Empty;

    public List<Feuille> Feuilles { get; } = [];

    public List<Branche> Branches { get; } = [];
}

internal sealed class Feuille
{
    public int Id { get; init; }
}

internal sealed class Branche
{
    public int Id { get; init; }
}

internal sealed class Oublie
{
    public int Id { get; init; }
}

internal static class DesignModel
{
    /// <summary>The model as the mapping wrote it: the one made for running has forgotten what it does not need.</summary>
    public static IReadOnlyModel Of(DbContext context)
    {
        using (context)
            return context.GetService<IDesignTimeModel>().Model;
    }
}
