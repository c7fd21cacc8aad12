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

internal sealed class IntervenantConfiguration : IEntityTypeConfiguration<Intervenant>
{
    public void Configure(EntityTypeBuilder<Intervenant> builder)
    {
        builder.Root("intervenants", nameof(Intervenant.Id));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.Presence);
        builder.HasIndex(i => new { i.DepartementCode, i.UtilisateurId }).IsUnique().HasDatabaseName("ux_intervenant_compte");
        builder.HasIndex(i => new { i.DepartementCode, i.TitulaireId, i.Entree }).HasDatabaseName("ix_intervenant_titulaire");
        builder.OwnsMany(i => i.Quotites, child =>
        {
            child.Child("quotites", "IntervenantId", nameof(Quotite.Debut));
            child.Property(q => q.Etp).HasPrecision(3, 2);
            child.Ignore(q => q.Periode);
        });
        builder.OwnsMany(i => i.Absences, child =>
        {
            child.Child("absences", "IntervenantId", nameof(Absence.Id));
            child.Ignore(a => a.Periode);
            child.HasIndex("DepartementCode", nameof(Absence.RemplacantId), nameof(Absence.Debut)).HasDatabaseName("ix_absence_remplacant");
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
