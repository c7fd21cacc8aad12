using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class ProjetInterventionConfiguration : IEntityTypeConfiguration<ProjetIntervention>
{
    public void Configure(EntityTypeBuilder<ProjetIntervention> builder)
    {
        builder.Root("projets_intervention", nameof(ProjetIntervention.MesureId));
        builder.Property(p => p.MesureId).ValueGeneratedNever();
        builder.Ignore(p => p.Derniere);
        builder.OwnsMany(p => p.Versions, child =>
        {
            child.Child("versions_de_projet", "MesureId", nameof(VersionDeProjet.Numero));
            child.Property(v => v.Contenu).HasColumnType("jsonb").HasConversion(new EnJson<ContenuProjet>(), new CompareJson<ContenuProjet>());
        });
    }
}

internal sealed class BilanConfiguration : IEntityTypeConfiguration<Bilan>
{
    public void Configure(EntityTypeBuilder<Bilan> builder)
    {
        builder.Root("bilans", nameof(Bilan.Id));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Ignore(b => b.AvisRendu);
        builder.Property(b => b.Contenu).HasColumnType("jsonb").HasConversion(new EnJson<ContenuBilan>(), new CompareJson<ContenuBilan>());
        builder.Property(b => b.Avis).HasColumnType("jsonb").HasConversion(new EnJson<IReadOnlyList<AvisDeSeance>>(), new CompareJson<IReadOnlyList<AvisDeSeance>>());
        builder.Property(b => b.Notifications).HasColumnType("jsonb")
            .HasConversion(new EnJson<IReadOnlyList<NotificationDeBilan>>(), new CompareJson<IReadOnlyList<NotificationDeBilan>>());
        builder.OwnsOne(b => b.AvisDuReferent, avis => avis.ToTable("bilans"));
        builder.OwnsOne(b => b.Decision, decision => decision.ToTable("bilans"));
        builder.HasIndex(b => new { b.DepartementCode, b.ContratId, b.Mois }).IsUnique().HasFilter("nature = 'Etape'").HasDatabaseName("ux_bilan_etape");
        builder.HasIndex(b => new { b.DepartementCode, b.ContratId }).IsUnique().HasFilter("nature = 'Final'").HasDatabaseName("ux_bilan_final");
        builder.HasIndex(b => new { b.DepartementCode, b.MesureId, b.TransmisLe }).HasDatabaseName("ix_bilan_mesure");
        builder.HasIndex(b => new { b.DepartementCode, b.TransmisLe, b.Id }).HasFilter("etat not in ('Transmis', 'Decide')").HasDatabaseName("ix_bilan_en_attente");
    }
}

internal sealed class AvenantConfiguration : IEntityTypeConfiguration<Avenant>
{
    public void Configure(EntityTypeBuilder<Avenant> builder)
    {
        builder.Root("avenants", nameof(Avenant.Id));
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.ComplexProperty(a => a.Objet);
        builder.HasIndex(a => new { a.DepartementCode, a.MesureId, a.Numero }).IsUnique().HasDatabaseName("ux_avenant_numero");
        builder.HasIndex(a => new { a.DepartementCode, a.ProposeLe, a.Id }).HasFilter("etat in ('Propose', 'Prepare')").HasDatabaseName("ix_avenant_en_attente");
    }
}

internal sealed class DemandeDeFinConfiguration : IEntityTypeConfiguration<DemandeDeFin>
{
    public void Configure(EntityTypeBuilder<DemandeDeFin> builder)
    {
        builder.Root("demandes_de_fin", nameof(DemandeDeFin.Id));
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.IsOpen);
        builder.HasIndex(d => new { d.DepartementCode, d.MesureId }).IsUnique().HasFilter("etat in ('AvisReferentAttendu', 'ADecider')").HasDatabaseName("ux_fin_ouverte");
        builder.HasIndex(d => new { d.DepartementCode, d.MesureId, d.ProposeeLe }).HasDatabaseName("ix_fin_mesure");
    }
}
