using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Attributions;

/// <summary>A line of the register of a Lot, written once and never changed; the database refuses to (R11).</summary>
public sealed class Inscription : AggregateRoot
{
    private Inscription()
    {
    }

    public Inscription(Guid id, string departementCode, string lotCode, Mouvement mouvement, LocalDate date, Guid utilisateurId)
    {
        Id = id;
        DepartementCode = departementCode;
        LotCode = lotCode;
        Ordre = mouvement.Ordre;
        Numero = mouvement.Numero;
        Nature = mouvement.Nature;
        ConventionId = mouvement.ConventionId;
        TitulaireId = mouvement.TitulaireId;
        CompteAvant = mouvement.CompteAvant;
        CompteApres = mouvement.CompteApres;
        Comptes = [.. mouvement.Comptes];
        Explication = mouvement.Explication;
        Date = date;
        UtilisateurId = utilisateurId;
    }

    public Guid Id { get; private set; }

    public string LotCode { get; private set; } = string.Empty;

    /// <summary>1..n over every line of the Lot.</summary>
    public int Ordre { get; private set; }

    /// <summary>1..n over the Attributions of the Lot; null for other lines.</summary>
    public int? Numero { get; private set; }

    public NatureInscription Nature { get; private set; }

    public Guid ConventionId { get; private set; }

    public Guid TitulaireId { get; private set; }

    public int CompteAvant { get; private set; }

    public int CompteApres { get; private set; }

    /// <summary>Every seated place after this line.</summary>
    public List<Compte> Comptes { get; private set; } = [];

    public string Explication { get; private set; } = string.Empty;

    public LocalDate Date { get; private set; }

    public Guid UtilisateurId { get; private set; }

    /// <summary>The order it is about; null for entries and departures.</summary>
    public Guid? BonDeCommandeId { get; private set; }

    /// <summary>Written reason of a manual choice; only the SAFPM reads it, it may name people.</summary>
    public string? MotifChoix { get; private set; }

    public Inscription About(Guid bonDeCommandeId, string? motifChoix = null)
    {
        BonDeCommandeId = bonDeCommandeId;
        MotifChoix = motifChoix;
        return this;
    }
}
