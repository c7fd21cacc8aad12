using Masp.Infrastructure.Courriels;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Masp.Infrastructure.Acces;

/// <summary>Accounts, sessions, program clients and keys, schema <c>acces</c>: read before it is known who acts, so apart from the trade's tables.</summary>
public sealed class AccesDbContext(DbContextOptions<AccesDbContext> options) : IdentityUserContext<Utilisateur, Guid>(options)
{
    public DbSet<CleProtegee> ClesProtegees => Set<CleProtegee>();

    public DbSet<SessionOuverte> Sessions => Set<SessionOuverte>();

    public DbSet<LienUnique> Liens => Set<LienUnique>();

    public DbSet<ScelleServi> ScellesServis => Set<ScelleServi>();

    public DbSet<RevueDesComptes> Revues => Set<RevueDesComptes>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<CourrielEnAttente> Courriels => Set<CourrielEnAttente>();

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
            user.HasIndex(u => new { u.DepartementCode, u.Nom, u.Id });
            user.HasIndex(u => new { u.DepartementCode, u.BeneficiaireId }).HasDatabaseName("ux_compte_beneficiaire").HasFilter("beneficiaire_id is not null").IsUnique();
            user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        });

        // Identity would map it by an option of the application, which a migration is made without.
        builder.Entity<IdentityUserPasskey<Guid>>(key =>
        {
            key.ToTable("cles_d_acces");
            key.HasKey(k => k.CredentialId);
            key.Property(k => k.CredentialId).HasMaxLength(1024);
            key.OwnsOne(k => k.Data).ToJson();
            key.HasOne<Utilisateur>().WithMany().HasForeignKey(k => k.UserId);
        });
        builder.Entity<CleProtegee>(key =>
        {
            key.ToTable("cles_protegees");
            key.HasKey(k => k.Nom);
        });
        builder.Entity<SessionOuverte>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Moyen).HasConversion<string>();
            session.HasOne<Utilisateur>().WithMany().HasForeignKey(s => s.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(s => new { s.UtilisateurId, s.VueLe });
        });
        builder.Entity<LienUnique>(link =>
        {
            link.ToTable("liens");
            link.Property(l => l.But).HasConversion<string>();
            link.HasIndex(l => l.Empreinte).IsUnique();
            link.HasOne<Utilisateur>().WithMany().HasForeignKey(l => l.UtilisateurId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ScelleServi>(served =>
        {
            served.ToTable("scelles_servis");
            served.HasKey(s => s.Empreinte);
        });
        builder.Entity<RevueDesComptes>(review =>
        {
            review.ToTable("revues_des_comptes");
            review.HasIndex(r => new { r.DepartementCode, r.Date });
        });
        builder.Entity<Programme>(programme =>
        {
            programme.ToTable("programmes");
            programme.Property(p => p.Role).HasConversion<string>();
            programme.HasIndex(p => p.ClientId).IsUnique();
            programme.HasIndex(p => new { p.DepartementCode, p.Nom });
            programme.OwnsMany(p => p.Secrets, secret =>
            {
                secret.ToTable("secrets_de_programme");
                secret.WithOwner().HasForeignKey("programme_id");
                secret.HasKey(s => s.Id);
                secret.Property(s => s.Id).ValueGeneratedNever();
                secret.HasIndex(s => s.Empreinte).IsUnique();
            });
        });
        builder.Entity<CourrielEnAttente>(letter =>
        {
            letter.ToTable("courriels");
            letter.HasIndex(l => l.ProchainEssai).HasFilter("envoye_le is null and abandonne_le is null");
        });
    }
}

/// <summary>A data protection key, shared by every replica: a cookie given by one is read by all.</summary>
public sealed class CleProtegee
{
    public string Nom { get; set; } = string.Empty;

    public string Xml { get; set; } = string.Empty;
}
