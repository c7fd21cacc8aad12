using Masp.Domain.Attributions;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class EcheanceConfiguration : IEntityTypeConfiguration<Echeance>
{
    public void Configure(EntityTypeBuilder<Echeance> builder)
    {
        builder.Root("echeances", nameof(Echeance.Id));
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.DernierJour);
        builder.OwnsMany(e => e.Decalages, child => child.Child("decalages", "EcheanceId", nameof(Decalage.Rang)));

        // Told to EF so that what an act makes is written before what hangs from it; no navigation leads from one aggregate to another.
        builder.HasOne<BonDeCommande>().WithMany().HasForeignKey(e => new { e.DepartementCode, e.BonDeCommandeId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Mesure>().WithMany().HasForeignKey(e => new { e.DepartementCode, e.MesureId }).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(e => new { e.DepartementCode, e.BonDeCommandeId }).HasDatabaseName("ix_echeance_bon");
        builder.HasIndex(e => new { e.DepartementCode, e.MesureId }).HasDatabaseName("ix_echeance_mesure");
        builder.HasIndex(e => new { e.DepartementCode, e.BonDeCommandeId, e.Nature, e.Occurrence }).IsUnique()
            .HasFilter("bon_de_commande_id is not null and etat <> 'SansObjet'").HasDatabaseName("ux_echeance_dossier");
        builder.HasIndex(e => new { e.DepartementCode, e.TitulaireId, e.LotCode, e.Nature, e.Occurrence }).IsUnique().AreNullsDistinct(false)
            .HasFilter("bon_de_commande_id is null and etat <> 'SansObjet'").HasDatabaseName("ux_echeance_organisme");
        builder.HasIndex(e => new { e.DepartementCode, e.Limite, e.Id }).HasFilter("etat = 'Ouverte'").HasDatabaseName("ix_echeance_ouverte");
        builder.HasIndex(e => new { e.DepartementCode, e.Etat, e.Limite, e.Id }).HasDatabaseName("ix_echeance_etat");
    }
}
