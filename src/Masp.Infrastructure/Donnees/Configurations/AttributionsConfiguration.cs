using Masp.Domain.Attributions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class TourDeRoleConfiguration : IEntityTypeConfiguration<TourDeRole>
{
    public void Configure(EntityTypeBuilder<TourDeRole> builder)
    {
        builder.Root("tours_de_role", nameof(TourDeRole.LotCode));
        builder.OwnsMany(t => t.Places, child => child.Child("places", "LotCode", nameof(Place.ConventionId)));
    }
}

internal sealed class InscriptionConfiguration : IEntityTypeConfiguration<Inscription>
{
    public void Configure(EntityTypeBuilder<Inscription> builder)
    {
        builder.Root("inscriptions", nameof(Inscription.Id));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Comptes).HasColumnType("jsonb").HasConversion(new EnJson<List<Compte>>(), new CompareJson<List<Compte>>());
        builder.HasIndex(i => new { i.DepartementCode, i.LotCode, i.Ordre }).IsUnique().HasDatabaseName("ux_inscription_ordre");
        builder.HasIndex(i => new { i.DepartementCode, i.LotCode, i.Numero }).IsUnique().HasDatabaseName("ux_inscription_numero");
        builder.HasIndex(i => new { i.DepartementCode, i.BonDeCommandeId }).HasDatabaseName("ix_inscription_bon");
    }
}

internal sealed class BonDeCommandeConfiguration : IEntityTypeConfiguration<BonDeCommande>
{
    public void Configure(EntityTypeBuilder<BonDeCommande> builder)
    {
        builder.Root("bons_de_commande", nameof(BonDeCommande.Id));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.OwnsMany(b => b.Deplacements, child => child.Child("deplacements", "BonDeCommandeId", nameof(Deplacement.Id)));
        builder.HasIndex(b => new { b.DepartementCode, b.Numero }).IsUnique().HasDatabaseName("ux_bon_de_commande_numero");
        builder.HasIndex(b => new { b.DepartementCode, b.DemandeId }).IsUnique().HasFilter("etat <> 'Annule'").HasDatabaseName("ux_bon_de_commande_demande");
        builder.HasIndex(b => new { b.DepartementCode, b.EmisLe, b.Id }).HasDatabaseName("ix_bon_emission");
        builder.HasIndex(b => new { b.DepartementCode, b.TitulaireId, b.EmisLe, b.Id }).HasDatabaseName("ix_bon_titulaire");
        builder.HasIndex(b => new { b.DepartementCode, b.Etat, b.EmisLe, b.Id }).HasDatabaseName("ix_bon_etat");
        builder.HasIndex(b => new { b.DepartementCode, b.IntervenantId }).HasDatabaseName("ix_bon_intervenant");
        builder.HasIndex(b => new { b.DepartementCode, b.BeneficiaireId }).HasDatabaseName("ix_bon_beneficiaire");
    }
}
