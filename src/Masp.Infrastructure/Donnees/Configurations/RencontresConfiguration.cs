using Masp.Domain.Mesures.Rencontres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class RencontreConfiguration : IEntityTypeConfiguration<Rencontre>
{
    public void Configure(EntityTypeBuilder<Rencontre> builder)
    {
        builder.Root("rencontres", nameof(Rencontre.Id));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Faits);
        builder.Property(r => r.ExterneId).HasMaxLength(100);
        builder.HasIndex(r => new { r.DepartementCode, r.MesureId, r.Date, r.Id }).HasDatabaseName("ix_rencontre_mesure");
        builder.HasIndex(r => new { r.DepartementCode, r.IntervenantId, r.Date }).HasDatabaseName("ix_rencontre_intervenant");
        builder.HasIndex(r => new { r.DepartementCode, r.TitulaireId, r.ExterneId }).IsUnique().HasFilter("externe_id is not null").HasDatabaseName("ux_rencontre_externe");
        builder.OwnsMany(r => r.Corrections, child =>
        {
            child.Child("corrections_de_rencontre", "RencontreId", nameof(CorrectionDeRencontre.Rang));
            child.Property(c => c.Avant).HasColumnType("jsonb").HasConversion(new EnJson<FaitsDeRencontre>(), new CompareJson<FaitsDeRencontre>());
        });
    }
}
