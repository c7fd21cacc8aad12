using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Titulaires;

namespace Masp.Demonstration;

/// <summary>What one Titulaire may invoice for one Lot.</summary>
internal sealed class Portefeuille(Titulaire titulaire, string lotCode)
{
    private readonly List<(Mesure Mesure, Contrat Contrat)> _contrats = [];

    public Titulaire Titulaire { get; } = titulaire;

    public string LotCode { get; } = lotCode;

    /// <summary>Validated, and held by no Facture yet.</summary>
    public List<BonDeCommande> Forfaits { get; } = [];

    public void Add(Mesure mesure, Contrat contrat) => _contrats.Add((mesure, contrat));

    /// <summary>Contracts that run in the quarter, and those that a late act changed (R41).</summary>
    public IEnumerable<(Mesure Mesure, Contrat Contrat)> Of(Trimestre trimestre) => _contrats
        .Where(c => c.Contrat.Debut <= trimestre.Fin)
        .Where(c => c.Contrat.RevisionDepuis is not null || (c.Contrat.FinReelle ?? c.Contrat.FinPrevue) >= trimestre.Debut)
        .OrderBy(c => c.Mesure.Numero, StringComparer.Ordinal)
        .ThenBy(c => c.Contrat.Rang);
}
