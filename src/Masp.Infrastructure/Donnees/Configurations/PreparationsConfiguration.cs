using Masp.Domain.Attributions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class PreparationDeContratConfiguration : IEntityTypeConfiguration<PreparationDeContrat>
{
    public void Configure(EntityTypeBuilder<PreparationDeContrat> builder)
    {
        builder.Root("preparations_de_contrat", nameof(PreparationDeContrat.BonDeCommandeId));
        builder.Property(p => p.BonDeCommandeId).ValueGeneratedNever();
        builder.Property(p => p.Contenu).HasColumnType("jsonb").HasConversion(new EnJson<ContenuDeContrat?>(), new CompareJson<ContenuDeContrat?>());
        builder.Ignore(p => p.Prochain);
        builder.OwnsMany(p => p.RendezVous, child =>
        {
            child.Child("rendez_vous", "BonDeCommandeId", nameof(RendezVous.Id));
            child.HasIndex("DepartementCode", nameof(RendezVous.Date)).HasDatabaseName("ix_rendez_vous_date");
        });
        builder.OwnsMany(p => p.Autorisations, child => child.Child("autorisations_de_gestion", "BonDeCommandeId", nameof(AutorisationDeGestion.Prestation)));
        builder.OwnsMany(p => p.Copies, child => child.Child("copies_de_contrat", "BonDeCommandeId", nameof(CopieDeContrat.Destinataire)));
    }
}

internal sealed class ScanDeContratConfiguration : IEntityTypeConfiguration<ScanDeContrat>
{
    public void Configure(EntityTypeBuilder<ScanDeContrat> builder)
    {
        builder.Root("scans_de_contrat", nameof(ScanDeContrat.BonDeCommandeId));
        builder.Property(s => s.BonDeCommandeId).ValueGeneratedNever();
    }
}
