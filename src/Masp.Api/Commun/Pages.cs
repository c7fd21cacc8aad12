using System.ComponentModel;
using Masp.Application.Commun;

namespace Masp.Api.Commun;

/// <summary>How much of a list is asked for.</summary>
internal readonly struct PageDemandee
{
    [Description("Nombre d'éléments par page, de 1 à 200 (50 par défaut).")]
    public int? Taille { get; init; }

    [Description("Curseur opaque de la page précédente.")]
    public string? Apres { get; init; }

    public Pagination Pagination => new(Taille, Apres);
}
