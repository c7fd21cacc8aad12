using System.Globalization;
using System.Numerics;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using Masp.Testing.Postgres;
using NodaTime;

namespace Masp.Api.Tests.Demonstration;

/// <summary>The money of the demonstration, counted again from its contracts.</summary>
public sealed class ArgentSimuleTests
{
    [Fact]
    public void Every_past_quarter_is_issued_and_the_last_one_waits_at_each_step()
    {
        var factures = JeuxDEssai.Reference.Factures;
        var dernier = Trimestre.Of(DemonstrationDeTest.Jour).Previous();

        Assert.All(factures.Where(f => f.Trimestre < dernier), f => Assert.Contains(f.Etat, new[] { EtatFacture.Emise, EtatFacture.Creditee }));
        Assert.Equal(
            [EtatFacture.AValider, EtatFacture.Validee, EtatFacture.Emise], factures.Where(f => f.Trimestre == dernier).Select(f => f.Etat).Distinct().Order());
        Assert.Equal(dernier.Index - Trimestre.Of(new LocalDate(2022, 1, 1)).Index + 1, factures.Select(f => f.Trimestre).Distinct().Count());
        Assert.All(factures, f => Assert.True(f.PrepareeLe > f.Trimestre.Fin && f.PrepareeLe <= DemonstrationDeTest.Jour));
    }

    [Fact]
    public void No_mois_mesure_is_held_twice()
    {
        var tenus = JeuxDEssai.Reference.Factures.SelectMany(f => f.Details)
            .Where(d => d is { Retenue: true, ContratId: not null })
            .Select(d => (d.ContratId, d.MoisNumero))
            .ToList();

        Assert.Equal(tenus.Count, tenus.Distinct().Count());
    }

    [Fact]
    public void What_was_invoiced_is_what_the_contracts_owe_when_nothing_was_told_since()
    {
        var jeu = JeuxDEssai.Reference;
        var zonage = new Zonage(jeu.Communes.ToDictionary(c => c.CodeInsee, IReadOnlyList<(LocalDate, Zone)> (c) => [.. c.Affectations.Select(a => (a.Debut, a.Zone))]));
        var prix = jeu.Baremes.Select(b => b.Prix).ToList();
        var dernieres = jeu.Factures.GroupBy(f => (f.TitulaireId, f.LotCode)).ToDictionary(g => g.Key, g => g.Max(f => f.Trimestre));
        var payes = jeu.Factures.Where(f => f is { Nature: NatureFacture.Facture, Etat: not EtatFacture.Creditee })
            .SelectMany(f => f.Details).Where(d => d.ContratId is not null).ToLookup(d => d.ContratId, d => d.Montant);
        var compares = 0;
        foreach (var (mesure, contrat) in jeu.Mesures.SelectMany(m => m.Contrats.Select(c => (m, c))))
        {
            // A late act changes months of earlier quarters only from the next Facture on.
            var tenues = mesure.Tenues.Where(t => t.ContratId == contrat.Id).Select(t => (t.TitulaireId, mesure.LotCode)).ToList();
            if (!tenues.TrueForAll(dernieres.ContainsKey) || tenues.Exists(t => contrat.RevisionDepuis >= dernieres[t].Debut))
                continue;
            var gel = jeu.Titulaires.Single(t => t.Id == contrat.TitulaireId).DateGel(contrat.ConventionId);
            var aFacturer = zonage.Price(contrat, mesure.Suspensions, mesure.Changements, mesure.Residences, gel).Value;
            var mois = CalculTarif.Months(aFacturer, prix, ModeMoisMesure.DateADate, 15).Value;
            var dus = mois.Where(m => m.Trimestre <= dernieres[(mesure.TitulaireOn(m.Debut), mesure.LotCode)]);
            Assert.Equal(Money.Sum(dus.Select(m => m.Montant)), Money.Sum(payes[contrat.Id]));
            compares++;
        }

        Assert.True(compares > 1500, $"{compares} contracts compared");
    }

    [Fact]
    public void The_titulaire_not_kept_is_paid_to_term_at_the_price_of_2024()
    {
        var jeu = JeuxDEssai.Reference;
        var fin = new LocalDate(2024, 12, 31);
        var prix2024 = jeu.Baremes.Last(b => b.Debut <= fin).Id;
        var partant = jeu.Titulaires.Single(t => t.Conventions.All(c => c.Fin <= fin));

        var apres = jeu.Factures.Where(f => f.TitulaireId == partant.Id).SelectMany(f => f.Details).Where(d => d.ContratId is not null && d.Debut > fin).ToList();

        Assert.NotEmpty(apres);
        Assert.All(apres, d => Assert.Equal(prix2024, d.BaremeId));
        Assert.All(apres.Where(d => d.Quantite > 0), d => Assert.Contains("R44", d.Motif, StringComparison.Ordinal));
        Assert.Contains(jeu.Mesures, m => m.Contrats.Count > 1 && m.Contrats[0].TitulaireId == partant.Id && m.Contrats[1].TitulaireId != partant.Id);
    }

    [Fact]
    public void The_source_s_prices_are_those_of_2021_and_later_ones_say_that_they_are_invented()
    {
        var baremes = JeuxDEssai.Reference.Baremes;

        var prix = baremes[0].Prix;
        Assert.Equal((202_57L, 212_57L, 212_57L, 222_57L, 60_00L), (prix.Sgu.Cents, prix.Agu.Cents, prix.Sgr.Cents, prix.Agr.Cents, prix.Forfait.Cents));
        Assert.All(baremes.Skip(1), b => Assert.Contains("démonstration", b.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public void Titulaires_are_plainly_fictional_and_their_numbers_are_well_formed() => Assert.All(JeuxDEssai.Reference.Titulaires, t =>
    {
        Assert.Contains("démonstration", t.Nom, StringComparison.Ordinal);
        Assert.StartsWith("00000", t.Siret, StringComparison.Ordinal);
        Assert.Equal(0, t.Siret.Reverse().Select((c, i) => (c - '0') * (1 + (i % 2))).Sum(d => d > 9 ? d - 9 : d) % 10);
        var chiffres = string.Concat((t.Iban[4..] + t.Iban[..4]).Select(c => char.IsLetter(c) ? (c - 'A' + 10).ToString(CultureInfo.InvariantCulture) : $"{c}"));
        Assert.Equal(BigInteger.One, BigInteger.Parse(chiffres, CultureInfo.InvariantCulture) % 97);
    });
}
