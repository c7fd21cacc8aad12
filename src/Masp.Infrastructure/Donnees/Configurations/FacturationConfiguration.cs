using Masp.Domain.Facturation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class BaremeConfiguration : IEntityTypeConfiguration<Bareme>
{
    public void Configure(EntityTypeBuilder<Bareme> builder)
    {
        builder.Root("baremes", nameof(Bareme.Id));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.Prix);
        builder.HasIndex(b => new { b.DepartementCode, b.Debut }).IsUnique().HasDatabaseName("ux_bareme_debut");
    }
}

internal sealed class FactureConfiguration : IEntityTypeConfiguration<Facture>
{
    public void Configure(EntityTypeBuilder<Facture> builder)
    {
        builder.Root("factures", nameof(Facture.Id));
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.OwnsMany(f => f.Lignes, child => child.Child("lignes_facture", "FactureId", nameof(LigneFacture.Ordre)));
        builder.OwnsMany(f => f.Details, child =>
        {
            child.Child("lignes_detaillees", "FactureId", nameof(LigneDetaillee.Ordre));
            child.HasIndex("DepartementCode", nameof(LigneDetaillee.ContratId), nameof(LigneDetaillee.MoisNumero))
                .IsUnique().HasFilter("retenue and contrat_id is not null").HasDatabaseName("ux_facture_detail_mois");
            child.HasIndex("DepartementCode", nameof(LigneDetaillee.BonDeCommandeId))
                .IsUnique().HasFilter("retenue and bon_de_commande_id is not null").HasDatabaseName("ux_facture_detail_forfait");
        });
        builder.HasIndex(f => new { f.DepartementCode, f.TitulaireId, f.LotCode, f.Trimestre })
            .IsUnique().HasFilter("nature = 'Facture' and etat <> 'Creditee'").HasDatabaseName("ux_facture_trimestre");
        builder.HasIndex(f => new { f.DepartementCode, f.TitulaireId, f.Numero }).IsUnique().HasDatabaseName("ux_facture_numero");
        builder.HasIndex(f => new { f.DepartementCode, f.Trimestre, f.Id }).HasDatabaseName("ix_facture_liste");
        builder.HasIndex(f => new { f.DepartementCode, f.AvoirDe }).IsUnique().HasDatabaseName("ux_facture_avoir_de");
    }
}
