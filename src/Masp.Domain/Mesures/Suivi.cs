using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Mesures;

/// <summary>The worker in charge between two days, both included (R26, R61).</summary>
public sealed class Suivi
{
    private Suivi()
    {
    }

    internal Suivi(LocalDate debut, Guid intervenantId, LocalDate? fin = null)
    {
        Debut = debut;
        Fin = fin;
        IntervenantId = intervenantId;
    }

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null while it lasts, after the end of the Mesure too: its closing documents are still to be made.</summary>
    public LocalDate? Fin { get; private set; }

    public Guid IntervenantId { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);

    internal void End(LocalDate fin) => Fin = fin;
}

/// <summary>
/// The Titulaire that serves the Mesure between two days, both included: one per contract, and one more per PassageDeRelais (R24). What
/// it may read and what it is paid follow from it.
/// </summary>
public sealed class Tenue
{
    private Tenue()
    {
    }

    internal Tenue(LocalDate debut, Guid contratId, Guid titulaireId, Guid conventionId)
    {
        Debut = debut;
        ContratId = contratId;
        TitulaireId = titulaireId;
        ConventionId = conventionId;
    }

    public LocalDate Debut { get; private set; }

    /// <summary>Last day, included; null for the last one, after the end of the Mesure too.</summary>
    public LocalDate? Fin { get; private set; }

    public Guid ContratId { get; private set; }

    public Guid TitulaireId { get; private set; }

    public Guid ConventionId { get; private set; }

    public Periode Periode => Periode.Of(Debut, Fin);

    internal void End(LocalDate fin) => Fin = fin;
}
