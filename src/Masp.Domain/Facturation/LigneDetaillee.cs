using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Domain.Facturation;

/// <summary>What a row of the detailed statement pays for.</summary>
public enum NatureDetail
{
    /// <summary>A mois-mesure of the quarter.</summary>
    Mois,

    /// <summary>A mois-mesure of an earlier quarter, recorded late, or taken back (R40, R41).</summary>
    Regularisation,

    /// <summary>A ForfaitAbandon (R16).</summary>
    Forfait,
}

/// <summary>One row of the EtatDetaille: measure numbers only, no person's name (R40, R42).</summary>
public sealed class LigneDetaillee
{
    private LigneDetaillee()
    {
    }

    internal LigneDetaillee(int ordre, DetailAFacturer detail)
    {
        Ordre = ordre;
        Nature = detail.Nature;
        Reference = detail.Reference;
        ContratId = detail.ContratId;
        BonDeCommandeId = detail.BonDeCommandeId;
        MoisNumero = detail.MoisNumero;
        Debut = detail.Debut;
        Fin = detail.Fin;
        Type = detail.Type;
        Quantite = detail.Quantite;
        PrixUnitaire = detail.PrixUnitaire;
        Montant = detail.Montant;
        BaremeId = detail.BaremeId;
        Motif = detail.Motif;
        Retenue = detail.Quantite > 0;
    }

    public int Ordre { get; private set; }

    public NatureDetail Nature { get; private set; }

    /// <summary>Number of the Mesure, or of the BonDeCommande for a forfait.</summary>
    public string Reference { get; private set; } = string.Empty;

    public Guid? ContratId { get; private set; }

    public Guid? BonDeCommandeId { get; private set; }

    public int? MoisNumero { get; private set; }

    public LocalDate Debut { get; private set; }

    public LocalDate Fin { get; private set; }

    public TypeMesure? Type { get; private set; }

    /// <summary>1 when paid, 0 when not due, -1 when taken back.</summary>
    public int Quantite { get; private set; }

    public Money PrixUnitaire { get; private set; }

    public Money Montant { get; private set; }

    public Guid BaremeId { get; private set; }

    /// <summary>Why it is due or not, with its clause.</summary>
    public string Motif { get; private set; } = string.Empty;

    /// <summary>It holds its mois-mesure: while it does, the database lets no other Facture have it (R42).</summary>
    public bool Retenue { get; private set; }

    internal void Release() => Retenue = false;
}

/// <summary>A row before it is written.</summary>
public sealed record DetailAFacturer(
    NatureDetail Nature,
    string Reference,
    Guid? ContratId,
    Guid? BonDeCommandeId,
    int? MoisNumero,
    LocalDate Debut,
    LocalDate Fin,
    TypeMesure? Type,
    int Quantite,
    Money PrixUnitaire,
    Money Montant,
    Guid BaremeId,
    string Motif);
