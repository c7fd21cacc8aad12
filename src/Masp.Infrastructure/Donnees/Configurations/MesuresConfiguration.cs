using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class MesureConfiguration : IEntityTypeConfiguration<Mesure>
{
    public void Configure(EntityTypeBuilder<Mesure> builder)
    {
        builder.Root("mesures", nameof(Mesure.Id));
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.DernierContrat);
        builder.Ignore(m => m.Chaine);
        builder.OwnsMany(m => m.Contrats, child =>
        {
            child.Child("contrats", "MesureId", nameof(Contrat.Id));
            child.Ignore(c => c.Periode);
            child.HasIndex("DepartementCode", nameof(Contrat.TitulaireId), nameof(Contrat.FinPrevue)).HasDatabaseName("ix_contrat_titulaire");
        });
        builder.OwnsMany(m => m.Suspensions, child =>
        {
            child.Child("suspensions", "MesureId", nameof(Suspension.Id));
            child.Ignore(s => s.Periode);
        });
        builder.OwnsMany(m => m.Changements, child => child.Child("changements_de_gestion", "MesureId", nameof(ChangementDeGestion.Date)));
        builder.OwnsMany(m => m.Residences, child => child.Child("residences", "MesureId", nameof(Residence.Debut)));
        builder.OwnsMany(m => m.Suivis, child =>
        {
            child.Child("suivis", "MesureId", nameof(Suivi.Debut));
            child.Ignore(s => s.Periode);
            child.HasIndex("DepartementCode", nameof(Suivi.IntervenantId), nameof(Suivi.Fin)).HasDatabaseName("ix_suivi_intervenant");
        });
        builder.OwnsMany(m => m.Tenues, child =>
        {
            child.Child("tenues", "MesureId", nameof(Tenue.Debut));
            child.Ignore(t => t.Periode);
            child.HasIndex("DepartementCode", nameof(Tenue.TitulaireId), nameof(Tenue.Fin)).HasDatabaseName("ix_tenue_titulaire");
            child.HasIndex("DepartementCode", nameof(Tenue.ContratId)).HasDatabaseName("ix_tenue_contrat");
        });
        builder.HasIndex(m => new { m.DepartementCode, m.IntervenantId, m.Etat, m.Debut, m.Id }).HasDatabaseName("ix_mesure_intervenant");
        builder.HasIndex(m => new { m.DepartementCode, m.Numero }).IsUnique().HasDatabaseName("ux_mesure_numero");
        builder.HasIndex(m => new { m.DepartementCode, m.BeneficiaireId }).IsUnique().HasFilter("etat = 'EnCours'").HasDatabaseName("ux_mesure_beneficiaire_en_cours");
        builder.HasIndex(m => new { m.DepartementCode, m.BonDeCommandeId }).IsUnique().HasDatabaseName("ux_mesure_bon_de_commande");
    }
}

internal sealed class PassageDeRelaisConfiguration : IEntityTypeConfiguration<PassageDeRelais>
{
    public void Configure(EntityTypeBuilder<PassageDeRelais> builder)
    {
        builder.Root("passages_de_relais", nameof(PassageDeRelais.Id));
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.DepartementCode, r.PrevuLe, r.Id }).HasDatabaseName("ix_relais_prevu");
        builder.OwnsMany(r => r.Mesures, child =>
        {
            child.Child("mesures_relayees", "PassageDeRelaisId", nameof(MesureRelayee.MesureId));
            child.Ignore(m => m.Reste);
            child.HasIndex("DepartementCode", nameof(MesureRelayee.MesureId), nameof(MesureRelayee.Date)).IsUnique().HasDatabaseName("ux_mesure_relayee_date");
        });
    }
}
