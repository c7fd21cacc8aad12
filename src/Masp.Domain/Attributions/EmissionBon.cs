using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>What an Attribution puts in the order (R10, R11).</summary>
public sealed record EmissionBon(
    Guid Id,
    string DepartementCode,
    string Numero,
    int NumeroTour,
    string LotCode,
    Guid TitulaireId,
    Guid ConventionId,
    Guid DemandeId,
    Guid BeneficiaireId,
    Guid ServiceReferentId,
    string CommuneInsee,
    bool AvecGestion,
    int DureeMois,
    LocalDate EmisLe,
    string Explication);

/// <summary>A journey made for an order (R16).</summary>
public sealed class Deplacement
{
    private Deplacement()
    {
    }

    internal Deplacement(Guid id, LocalDate date, string lieu, string intervenant)
    {
        Id = id;
        Date = date;
        Lieu = lieu;
        Intervenant = intervenant;
    }

    public Guid Id { get; private set; }

    public LocalDate Date { get; private set; }

    public string Lieu { get; private set; } = string.Empty;

    public string Intervenant { get; private set; } = string.Empty;
}
