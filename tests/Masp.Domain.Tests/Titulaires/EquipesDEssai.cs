using Masp.Domain.Tests.Attributions;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Domain.Tests.Titulaires;

/// <summary>Workers of the Titulaire that holds the orders of <see cref="BonsDEssai"/>.</summary>
internal static class EquipesDEssai
{
    public static readonly LocalDate Entree = new(2022, 1, 1);

    public static Guid Titulaire { get; } = BonsDEssai.Emis().TitulaireId;

    public static Intervenant Chef(int n = 900, Guid? titulaireId = null) =>
        Intervenant.Enter(Embauche(n, titulaireId) with { EstChef = true }, null).Value;

    public static Intervenant Worker(int n, Guid? titulaireId = null, decimal etp = 1, LocalDate? entree = null) =>
        Intervenant.Enter(Embauche(n, titulaireId) with { Etp = etp, Entree = entree ?? Entree }, Chef(titulaireId: titulaireId)).Value;

    public static Embauche Embauche(int n, Guid? titulaireId = null) =>
        new(BonsDEssai.Id(n), "34", titulaireId ?? Titulaire, "Essai", "Sam", Diplome.ConseillerEsf, false, Entree, 1);
}
