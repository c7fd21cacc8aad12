using Masp.Domain.Demandes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class BeneficiaireConfiguration : IEntityTypeConfiguration<Beneficiaire>
{
    public void Configure(EntityTypeBuilder<Beneficiaire> builder)
    {
        builder.Root("beneficiaires", nameof(Beneficiaire.Id));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => new { b.DepartementCode, b.Nom, b.Prenom }).HasDatabaseName("ix_beneficiaire_nom");
    }
}

internal sealed class DemandeConfiguration : IEntityTypeConfiguration<Demande>
{
    public void Configure(EntityTypeBuilder<Demande> builder)
    {
        builder.Root("demandes", nameof(Demande.Id));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.AvisRendu);
        builder.ComplexProperty(d => d.Eligibilite);
        builder.OwnsOne(d => d.Decision, decision =>
        {
            decision.ToTable("demandes");
            decision.Ignore(d => d.Notifications);
        });
        builder.OwnsMany(d => d.Avis, child => child.Child("avis", "DemandeId", nameof(Avis.CommissionId)));
        builder.HasIndex(d => new { d.DepartementCode, d.Numero }).IsUnique().HasDatabaseName("ux_demande_numero");
        builder.HasIndex(d => new { d.DepartementCode, d.DeposeeLe, d.Id }).HasDatabaseName("ix_demande_depot");
        builder.HasIndex(d => new { d.DepartementCode, d.Etat, d.DeposeeLe, d.Id }).HasDatabaseName("ix_demande_etat");
        builder.HasIndex(d => new { d.DepartementCode, d.BeneficiaireId }).HasDatabaseName("ix_demande_beneficiaire");
        builder.HasIndex(d => new { d.DepartementCode, d.ServiceReferentId }).HasDatabaseName("ix_demande_service");
    }
}

internal sealed class CommissionConfiguration : IEntityTypeConfiguration<Commission>
{
    public void Configure(EntityTypeBuilder<Commission> builder)
    {
        builder.Root("commissions", nameof(Commission.Id));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.DepartementCode, c.Date }).IsUnique().HasDatabaseName("ux_commission_date");
        builder.OwnsMany(c => c.Points, child =>
        {
            child.Child("points_ordre_du_jour", "CommissionId", nameof(PointOrdreDuJour.Ordre));
            child.HasIndex("DepartementCode", nameof(PointOrdreDuJour.DemandeId)).HasDatabaseName("ix_point_demande");
        });
        builder.OwnsMany(c => c.Bilans, child =>
        {
            child.Child("points_de_bilan", "CommissionId", nameof(PointDeBilan.Ordre));
            child.HasIndex("DepartementCode", nameof(PointDeBilan.BilanId)).HasDatabaseName("ix_point_bilan");
        });
    }
}
