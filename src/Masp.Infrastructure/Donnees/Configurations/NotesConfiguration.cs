using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Masp.Infrastructure.Donnees.Configurations;

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.Root("notes", nameof(Note.Id));
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.DepartementCode, n.MesureId, n.Le, n.Id }).HasDatabaseName("ix_note_mesure");
    }
}

internal sealed class InformationSanteConfiguration : IEntityTypeConfiguration<InformationSante>
{
    public void Configure(EntityTypeBuilder<InformationSante> builder)
    {
        builder.Root("informations_de_sante", nameof(InformationSante.MesureId));
        builder.Property(s => s.MesureId).ValueGeneratedNever();
    }
}
