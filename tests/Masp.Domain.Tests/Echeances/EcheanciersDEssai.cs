using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Mesures;
using NodaTime;
using Evenement = Masp.Domain.Echeances.Evenement;

namespace Masp.Domain.Tests.Echeances;

/// <summary>The deadlines of one file over several days, as the acts of the application tell them.</summary>
internal sealed class EcheanciersDEssai
{
    public static readonly Guid Agent = BonsDEssai.Id(77);

    private readonly List<Echeance> _toutes = [];
    private int _ids = 1000;

    public IReadOnlyList<Echeance> Toutes => _toutes;

    public Result<Done> Record(LocalDate jour, Evenement evenement, Reglements? reglements = null)
    {
        var echeancier = new Echeancier("34", Agent, reglements ?? new Reglements([]), () => BonsDEssai.Id(_ids++), jour, _toutes);
        var told = echeancier.Record(evenement);
        _toutes.AddRange(echeancier.Nouvelles);
        return told;
    }

    public Echeance One(NatureEcheance nature, string? occurrence = null) => _toutes.Single(e => e.Nature == nature && (occurrence is null || e.Occurrence == occurrence));

    public IEnumerable<string> Of(NatureEcheance nature) => _toutes.Where(e => e.Nature == nature).Select(e => $"{e.Occurrence} {e.Etat}");

    /// <summary>Issued and received on 3 January 2022, met and signed on the 10th, with gestion.</summary>
    public static (EcheanciersDEssai Echeances, BonDeCommande Bon, Mesure Mesure) Signed(int dureeMois = 12)
    {
        var echeances = new EcheanciersDEssai();
        var bon = BonsDEssai.Emis(dureeMois: dureeMois);
        var (recu, signe) = (new LocalDate(2022, 1, 3), new LocalDate(2022, 1, 10));
        _ = echeances.Record(recu, new BonEmis(bon)).Value;
        _ = bon.Acknowledge(recu, recu).Value;
        _ = echeances.Record(recu, new BonRecu(bon)).Value;
        _ = bon.Sign(signe, signe, MesuresDEssai.Regles, signe).Value;
        _ = echeances.Record(signe, new PremiereRencontreTenue(bon, signe, null)).Value;
        var mesure = Mesure.Open(BonsDEssai.Id(10), "34-2022-0001", bon, BonsDEssai.Id(11), ChaineDeContrats.Vide, MesuresDEssai.Regles, signe).Value;
        _ = echeances.Record(signe, new ContratSigne(mesure, mesure.DernierContrat)).Value;
        return (echeances, bon, mesure);
    }
}
