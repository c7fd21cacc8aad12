using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class TitulaireConfiguration : IEntityTypeConfiguration<Titulaire>
{
    public void Configure(EntityTypeBuilder<Titulaire> builder)
    {
        builder.Root("titulaires", nameof(Titulaire.Id));
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.DepartementCode, t.SerieFacture }).IsUnique().HasDatabaseName("ux_titulaire_serie");
        builder.OwnsMany(t => t.Conventions, child =>
        {
            child.Child("conventions", "TitulaireId", nameof(Convention.Id));
            child.Ignore(c => c.Periode);
        });
    }
}

internal sealed class ServiceReferentConfiguration : IEntityTypeConfiguration<ServiceReferent>
{
    public void Configure(EntityTypeBuilder<ServiceReferent> builder)
    {
        builder.Root("services_referents", nameof(ServiceReferent.Id));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.OwnsMany(s => s.Habilitations, child =>
        {
            child.Child("habilitations", "ServiceReferentId", nameof(Habilitation.Id));
            child.Ignore(h => h.Periode);
        });
    }
}
