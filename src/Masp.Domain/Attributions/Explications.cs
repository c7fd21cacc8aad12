using System.Globalization;

namespace Masp.Domain.Attributions;

/// <summary>The sentences of the register, each with its clause (R11, art. 3).</summary>
internal static class Explications
{
    private const string Clause = " (R11, art. 3).";

    public static string Automatique(Place chosen, IReadOnlyList<Place> actives)
    {
        if (actives.Count == 1)
            return $"{chosen.TitulaireNom} est seul titulaire du lot" + Clause;
        var tied = actives.Where(p => p.Compte == chosen.Compte).ToList();
        if (tied.Count == 1)
        {
            var others = string.Join(", ", actives.Where(p => p != chosen).OrderBy(p => p.Compte).Select(p => Nombre(p.Compte)));
            return $"{chosen.TitulaireNom} : le moins servi ({Nombre(chosen.Compte)} contre {others})" + Clause;
        }

        if (chosen.DernierServi == 0)
        {
            return tied.TrueForAll(p => p.DernierServi == 0)
                ? $"{chosen.TitulaireNom} : égalité à {Nombre(chosen.Compte)}, personne n'a encore été servi, l'ordre de rang décide (rang {Nombre(chosen.Rang)})" + Clause
                : $"{chosen.TitulaireNom} : égalité à {Nombre(chosen.Compte)}, jamais servi jusqu'ici" + Clause;
        }

        var last = tied.MaxBy(p => p.DernierServi)!;
        return $"{chosen.TitulaireNom} : égalité à {Nombre(chosen.Compte)}, {last.TitulaireNom} a été servi plus récemment (n° {Nombre(last.DernierServi)})" + Clause;
    }

    public static string Manuelle(Place place, CategorieChoix categorie)
    {
        var raison = categorie switch
        {
            CategorieChoix.MemeFoyer => "même foyer",
            CategorieChoix.MesureAnterieure => "mesure antérieure",
            CategorieChoix.Autre => "autre motif écrit",
            _ => throw new ArgumentOutOfRangeException(nameof(categorie), categorie, "Unknown CategorieChoix."),
        };
        return $"{place.TitulaireNom} : choix manuel, {raison} ; il compte, les tours suivants compensent (R11, art. 3).";
    }

    public static string Restitution(Place place, int numero, RaisonRestitution raison)
    {
        var cause = raison switch
        {
            RaisonRestitution.Annulation => "annulé par le département",
            RaisonRestitution.Abandon => "abandonné avant signature",
            _ => throw new ArgumentOutOfRangeException(nameof(raison), raison, "Unknown RaisonRestitution."),
        };
        return $"Bon de commande n° {Nombre(numero)} {cause} : le tour est rendu à {place.TitulaireNom}" + Clause;
    }

    public static string Entree(Place place, int compte) =>
        compte == 0
            ? $"{place.TitulaireNom} entre dans le tour de rôle au rang {Nombre(place.Rang)}, compte 0" + Clause
            : $"{place.TitulaireNom} entre en cours de route, au plus petit compte des autres ({Nombre(compte)})" + Clause;

    public static string Sortie(Place place) => $"{place.TitulaireNom} quitte le tour de rôle : sa convention a pris fin" + Clause;

    private static string Nombre(int value) => value.ToString(CultureInfo.InvariantCulture);
}
