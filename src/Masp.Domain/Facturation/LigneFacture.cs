using Masp.Domain.Commun;

namespace Masp.Domain.Facturation;

/// <summary>A line of a Facture: one per type and price, one of forfaits, those of regularisation (R40).</summary>
public enum NatureLigne
{
    SGU,
    AGU,
    SGR,
    AGR,
    Forfait,
    Regularisation,
}

/// <summary>Keeps price, quantity and Bareme as issued (R42).</summary>
public sealed class LigneFacture
{
    private LigneFacture()
    {
    }

    internal LigneFacture(int ordre, NatureLigne nature, int quantite, Money prixUnitaire, Money montant, Guid baremeId)
    {
        Ordre = ordre;
        Nature = nature;
        Quantite = quantite;
        PrixUnitaire = prixUnitaire;
        Montant = montant;
        BaremeId = baremeId;
    }

    public int Ordre { get; private set; }

    public NatureLigne Nature { get; private set; }

    /// <summary>Number of mois-mesure or of forfaits; negative when taken back.</summary>
    public int Quantite { get; private set; }

    public Money PrixUnitaire { get; private set; }

    /// <summary>Sum of its rows, each rounded half-up (R43).</summary>
    public Money Montant { get; private set; }

    public Guid BaremeId { get; private set; }
}
