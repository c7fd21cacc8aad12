using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Domain.Tests.Attributions;
using Masp.Domain.Tests.Mesures;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Facturation;

/// <summary>
/// A contract lives, its acts are told days or months late, and each quarter is invoiced soon after it ended: once all is told, what was paid over all
/// the Factures is what the contract owes, month by month.
/// </summary>
[Properties(Arbitrary = [typeof(ActesTardifs)], MaxTest = 2000, QuietOnSuccess = true)]
public sealed class RegularisationProprietes
{
    private static readonly Prix[] Prix =
    [
        new(BonsDEssai.Id(50), "2021", new LocalDate(2021, 1, 1), new Money(202_57), new Money(212_57), new Money(212_57), new Money(222_57), new Money(60_00)),
        new(BonsDEssai.Id(51), "2023", new LocalDate(2023, 1, 1), new Money(206_62), new Money(216_62), new Money(216_62), new Money(226_62), new Money(60_00)),
    ];

    private static readonly Zonage Zones = new(new Dictionary<string, IReadOnlyList<(LocalDate, Zone)>>
    {
        ["34172"] = [(new LocalDate(2021, 1, 1), Zone.Urbaine)],
        ["34002"] = [(new LocalDate(2021, 1, 1), Zone.Rurale)],
    });

    [Property]
    public void What_all_the_factures_paid_is_what_the_contract_owes(VieTardive vie)
    {
        var mesure = MesuresDEssai.Open(vie.Signature, vie.DureeMois, enregistreLe: vie.Signature.PlusDays(vie.Retard));
        var tenus = new Dictionary<int, MoisFacture>();
        var paye = new Dictionary<int, long>();
        var actes = vie.Actes.OrderBy(a => a.DitLe).ToList();
        for (var trimestre = Trimestre.Of(vie.Signature); trimestre.Index <= Trimestre.Of(mesure.Debut.PlusMonths(36)).Index; trimestre = trimestre.Next())
        {
            var facturation = trimestre.Fin.PlusDays(vie.JourDeFacture);
            foreach (var acte in actes.Where(a => a.DitLe <= facturation).ToList())
            {
                Tell(mesure, acte);
                actes.Remove(acte);
            }

            if (vie.Signature.PlusDays(vie.Retard) <= facturation)
                Prepare(mesure, trimestre, tenus, paye);
        }

        var du = CalculTarif.Months(Price(mesure), Prix, ModeMoisMesure.DateADate, 15).Value;
        Assert.Empty(actes);
        Assert.Equal(du.Where(m => m.Du).Select(m => (m.Numero, m.Montant.Cents)), paye.Where(p => p.Value != 0).OrderBy(p => p.Key).Select(p => (p.Key, p.Value)));
    }

    private static void Prepare(Mesure mesure, Trimestre trimestre, Dictionary<int, MoisFacture> tenus, Dictionary<int, long> paye)
    {
        var contrat = mesure.DernierContrat;
        if (contrat.Debut > trimestre.Fin || (contrat.RevisionDepuis is null && contrat.Periode.Fin < trimestre.Debut))
            return;
        var etat = new EtatDetaille(Prix, ModeMoisMesure.DateADate, 15, trimestre);
        var rows = etat.Rows(new ContratDuTrimestre(contrat.Id, mesure.Numero, Price(mesure), contrat.RevisionDepuis), [.. tenus.Values]).Value;
        foreach (var row in rows.Where(r => r.Quantite != 0))
        {
            var mois = row.MoisNumero!.Value;
            paye[mois] = paye.GetValueOrDefault(mois) + row.Montant.Cents;
            if (row.Quantite < 0)
                Assert.True(tenus.Remove(mois), "only a held month is taken back");
            else
                tenus.Add(mois, Hold(contrat.Id, row));
        }
    }

    private static MoisFacture Hold(Guid contratId, DetailAFacturer row) => new(
        contratId, row.MoisNumero!.Value, BonsDEssai.Id(60), row.Type!.Value, row.PrixUnitaire, row.Montant, row.BaremeId, row.Debut, row.Fin);

    private static ContratAFacturer Price(Mesure mesure) => Zones.Price(mesure.DernierContrat, mesure.Suspensions, mesure.Changements, mesure.Residences, null).Value;

    /// <summary>What the Mesure refuses is simply not done.</summary>
    private static void Tell(Mesure mesure, ActeTardif acte)
    {
        switch (acte.Nature)
        {
            case NatureActe.Suspension:
                _ = mesure.Suspend(BonsDEssai.Id(70), Periode.Of(acte.Effet, acte.Effet.PlusDays(acte.Jours)), acte.DitLe);
                break;
            case NatureActe.Gestion:
                _ = mesure.ChangeGestion(acte.Effet, !mesure.AvecGestion, acte.DitLe);
                break;
            case NatureActe.Demenagement:
                _ = mesure.Move(acte.Effet, mesure.CommuneInsee == "34002" ? "34172" : "34002", acte.DitLe);
                break;
            case NatureActe.Fin:
                _ = mesure.Close(acte.Effet, MotifFin.RetraitDuBeneficiaire, acte.DitLe);
                break;
            default:
                break;
        }
    }
}

public enum NatureActe
{
    Suspension,
    Gestion,
    Demenagement,
    Fin,
}

public sealed record ActeTardif(NatureActe Nature, LocalDate Effet, int Jours, LocalDate DitLe);

public sealed record VieTardive(LocalDate Signature, int DureeMois, int Retard, int JourDeFacture, IReadOnlyList<ActeTardif> Actes)
{
    public override string ToString() => $"{Signature} {DureeMois} m, told {Retard} d late, invoiced on day {JourDeFacture}: {string.Join("; ", Actes)}";
}

public static class ActesTardifs
{
    public static Arbitrary<VieTardive> Vies() => (
        from signature in Gen.Choose(0, 500).Select(new LocalDate(2022, 1, 1).PlusDays)
        from duree in Gen.Choose(6, 24)
        from retard in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 150)))
        from jourDeFacture in Gen.Choose(1, 30)
        from nombre in Gen.Choose(0, 4)
        from actes in Gen.ArrayOf(Acte(signature, duree), nombre)
        select new VieTardive(signature, duree, retard, jourDeFacture, [.. actes.Where(a => a.DitLe >= signature.PlusDays(retard))])).ToArbitrary();

    private static Gen<ActeTardif> Acte(LocalDate signature, int duree) =>
        from nature in Gen.Elements(Enum.GetValues<NatureActe>())
        from effet in Gen.Choose(0, duree * 30).Select(signature.PlusDays)
        from jours in Gen.Choose(0, 90)
        from retard in Gen.Choose(-20, 150)
        select new ActeTardif(nature, effet, jours, effet.PlusDays(retard));
}
