using NodaTime;

namespace Masp.Domain.Territoires;

/// <summary>The dated rule sets of a Departement (R60).</summary>
/// <param name="parDebut">By first day.</param>
public sealed class Reglements(IReadOnlyList<Reglement> parDebut)
{
    /// <summary>The parameters in force on that day: of the last Reglement that began by then, of the first one before it.</summary>
    public Parametres On(LocalDate date) => InForceOn(date).Parametres;

    /// <summary>The same, and which Reglement they come from.</summary>
    public ReglementEnVigueur InForceOn(LocalDate date) =>
        (parDebut.LastOrDefault(r => r.Debut <= date) ?? (parDebut.Count > 0 ? parDebut[0] : null)) is { } reglement
            ? new ReglementEnVigueur(reglement.Id, reglement.Parametres)
            : Absent;

    private static readonly ReglementEnVigueur Absent = new(null, new Parametres());
}

/// <summary>The parameters of a day.</summary>
/// <param name="Id">Of the Reglement; null where the Departement has none yet.</param>
public sealed record ReglementEnVigueur(Guid? Id, Parametres Parametres);
