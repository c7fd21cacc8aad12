using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class DepartementConfiguration : IEntityTypeConfiguration<Departement>
{
    public void Configure(EntityTypeBuilder<Departement> builder) => builder.Root("departements");
}

internal sealed class ReglementConfiguration : IEntityTypeConfiguration<Reglement>
{
    public void Configure(EntityTypeBuilder<Reglement> builder)
    {
        builder.Root("reglements", nameof(Reglement.Id));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Parametres).HasColumnType("jsonb").HasConversion(new EnJson<Parametres>(), new CompareJson<Parametres>());
        builder.HasIndex(r => new { r.DepartementCode, r.Debut }).IsUnique().HasDatabaseName("ux_reglement_debut");
    }
}

internal sealed class LotConfiguration : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.Root("lots", nameof(Lot.Code));
        builder.Property(l => l.Code).HasMaxLength(8);
    }
}

internal sealed class CommuneConfiguration : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.Root("communes", nameof(Commune.CodeInsee));
        builder.Property(c => c.CodeInsee).HasMaxLength(5);
        builder.OwnsMany(c => c.Affectations, child =>
        {
            child.Child("affectations", "CodeInsee", nameof(Affectation.Debut));
            child.HasKey("DepartementCode", "CodeInsee", nameof(Affectation.Debut)).HasName("ux_commune_affectation");
        });
    }
}
