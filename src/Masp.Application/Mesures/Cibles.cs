using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;

namespace Masp.Application.Mesures;

/// <summary>A Mesure as the rules of access look at it.</summary>
internal static class Cibles
{
    /// <param name="mesure">Already found among those the caller sees.</param>
    /// <param name="acteur">The filters of the Mesures already asked whether this worker follows it today.</param>
    /// <param name="nature">Of what hangs from it.</param>
    public static Cible ToCible(this Mesure mesure, Acteur acteur, NatureCible nature = NatureCible.Dossier) => new(nature, mesure.DepartementCode)
    {
        Titulaires = [.. mesure.Tenues.Select(t => new PartieTitulaire(t.TitulaireId, Periode.Of(t.Debut, t.Fin)))],
        Intervenants = acteur is { Role: Role.Intervenant, TitulaireId: { } titulaire }
            ? [new PartieIntervenant(acteur.UtilisateurId, titulaire, Periode.Of(mesure.Debut))]
            : [],
        ServicesReferents = [mesure.ServiceReferentId],
        BeneficiaireId = mesure.BeneficiaireId,
    };
}
