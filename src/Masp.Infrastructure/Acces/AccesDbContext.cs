using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Masp.Infrastructure.Acces;

/// <summary>Accounts, program clients and keys, schema <c>acces</c>: read before it is known who acts, so apart from the trade's tables.</summary>
public sealed class AccesDbContext(DbContextOptions<AccesDbContext> options) : IdentityUserContext<Utilisateur, Guid>(options)
{
    public DbSet<CleProtegee> ClesProtegees => Set<CleProtegee>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("acces");
        builder.UseOpenIddict();
        builder.Entity<Utilisateur>(user =>
        {
            user.ToTable("utilisateurs");
            user.Property(u => u.Role).HasConversion<string>();
            user.Property(u => u.DepartementCode).HasMaxLength(3);
        });
        builder.Entity<CleProtegee>(key =>
        {
            key.ToTable("cles_protegees");
            key.HasKey(k => k.Nom);
        });
    }
}

/// <summary>A data protection key, shared by every replica: a cookie given by one is read by all.</summary>
public sealed class CleProtegee
{
    public string Nom { get; set; } = string.Empty;

    public string Xml { get; set; } = string.Empty;
}
