using NodaTime;

namespace Masp.Domain.Demandes;

public enum SensAvis
{
    Favorable,
    Defavorable,

    /// <summary>The item comes back at the next session (R8).</summary>
    Ajourne,
}

/// <summary>The opinion of one Commission on one Demande (R8). Given once, never rewritten.</summary>
public sealed class Avis
{
    private Avis()
    {
    }

    internal Avis(Guid commissionId, LocalDate date, SensAvis sens, string motif)
    {
        CommissionId = commissionId;
        Date = date;
        Sens = sens;
        Motif = motif;
    }

    public Guid CommissionId { get; private set; }

    /// <summary>Date of the session.</summary>
    public LocalDate Date { get; private set; }

    public SensAvis Sens { get; private set; }

    public string Motif { get; private set; } = string.Empty;
}
