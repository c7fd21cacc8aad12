using Masp.Domain.Attributions;
using Masp.Domain.Demandes;
using Masp.Domain.Mesures;

namespace Masp.Demonstration;

/// <summary>Somebody and where they live, over one or several requests.</summary>
internal sealed class Personne(Beneficiaire beneficiaire, string communeInsee, string adresse)
{
    public Beneficiaire Beneficiaire { get; } = beneficiaire;

    public string CommuneInsee { get; set; } = communeInsee;

    public string Adresse { get; } = adresse;

    public List<Mesure> Mesures { get; } = [];

    /// <summary>A request or a measure of theirs is running.</summary>
    public bool Suivie { get; set; }

    /// <summary>A year at least is left of what a chain of contracts may last (R3).</summary>
    public bool HasAYearLeft => Chaine.Mois <= 36;

    public ChaineDeContrats Chaine => ChaineDeContrats.Of(Mesures.SelectMany(m => m.Contrats).Select(c => c.Periode));
}

/// <summary>One request on its way to a contract.</summary>
/// <param name="TitulaireVoulu">Whom a manual choice would name, with why; null when the turn decides.</param>
internal sealed record Dossier(Personne Personne, Demande Demande, ChoixVoulu? TitulaireVoulu);

internal sealed record ChoixVoulu(Guid TitulaireId, CategorieChoix Categorie, string Motif);
