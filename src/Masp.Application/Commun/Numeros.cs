using System.Globalization;

namespace Masp.Application.Commun;

/// <summary>How gap-free numbers are written for people.</summary>
public static class Numeros
{
    /// <summary><c>D-2022-0533</c>.</summary>
    public static string Demande(int annee, int rang) => string.Create(CultureInfo.InvariantCulture, $"D-{annee:0000}-{rang:0000}");

    /// <summary><c>BC-34-1-0281</c>: the Lot's own sequence, so that no Lot waits for another.</summary>
    public static string BonDeCommande(string departement, string lot, int rang) => string.Create(CultureInfo.InvariantCulture, $"BC-{departement}-{lot}-{rang:0000}");

    /// <summary><c>34-2022-0412</c>.</summary>
    public static string Mesure(string departement, int annee, int rang) => string.Create(CultureInfo.InvariantCulture, $"{departement}-{annee:0000}-{rang:0000}");

    /// <summary><c>A-00012</c>: the unbroken series of one Titulaire (R41).</summary>
    public static string Facture(string serie, int rang) => string.Create(CultureInfo.InvariantCulture, $"{serie}-{rang:00000}");
}
