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

    internal void End(LocalDate? fin) => Fin = fin;

    internal void GiveTo(Guid intervenantId) => IntervenantId = intervenantId;
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

    /// <summary>
    /// The day whose price is frozen for a contract (R44): the end of the Convention under which it ran then or began after. A contract handed
    /// over before is not frozen; one handed over after stays so to its term.
    /// </summary>
    /// <param name="conventions">Each with the days on which the contract ran under it.</param>
    /// <param name="gelOf">As <see cref="Titulaires.Titulaire.DateGel"/>, by Convention.</param>
    public static LocalDate? Freeze(IEnumerable<(Guid ConventionId, Periode Jours)> conventions, Func<Guid, LocalDate?> gelOf)
    {
        foreach (var (convention, jours) in conventions)
        {
            if (gelOf(convention) is { } gel && !(jours.Fin < gel))
                return gel;
        }

        return null;
    }

    internal void End(LocalDate? fin) => Fin = fin;

    internal void GiveTo(Guid titulaireId, Guid conventionId) => (TitulaireId, ConventionId) = (titulaireId, conventionId);
}
