using Masp.Domain.Commun;

namespace Masp.Domain.Attributions;

/// <summary>The signed Contrat as it was scanned (R14): the file itself, apart from what says who attached it and when.</summary>
public sealed class ScanDeContrat : AggregateRoot
{
    private ScanDeContrat()
    {
    }

    public ScanDeContrat(BonDeCommande bon, FichierRecu fichier, byte[] contenu)
    {
        BonDeCommandeId = bon.Id;
        DepartementCode = bon.DepartementCode;
        Replace(fichier, contenu);
    }

    public Guid BonDeCommandeId { get; private set; }

    public string Nom { get; private set; } = string.Empty;

    public TypeDeFichier Type { get; private set; }

    /// <summary>At most <see cref="FichierRecu.TailleMax"/> bytes.</summary>
    public byte[] Contenu { get; private set; } = [];

    /// <summary>A better scan takes the place of the one before.</summary>
    public void Replace(FichierRecu fichier, byte[] contenu) => (Nom, Type, Contenu) = (fichier.Nom, fichier.Type, contenu);
}
