using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Application.Mesures.Projets;

/// <summary>The ProjetIntervention of a Mesure, its versions from the last to the first (R17).</summary>
/// <param name="EnvoiAvant">Last day to send the first version.</param>
/// <param name="Explication">How that day was computed.</param>
/// <param name="Version">« 0 » before anything was written.</param>
public sealed record ProjetDto(
    Guid MesureId, bool AvecGestion, LocalDate EnvoiAvant, IReadOnlyList<string> Explication, IReadOnlyList<VersionDeProjetDto> Versions, string Version) : IVersionne;

/// <param name="EnvoyeLe">To the service that asked and to the SAFPM; null while it is being written.</param>
public sealed record VersionDeProjetDto(int Numero, LocalDate EtabliLe, LocalDate? EnvoyeLe, string Evaluation, IReadOnlyList<Objectif> Objectifs, Money? ResteAVivre);

internal static class LectureProjet
{
    public static ProjetDto ToDto(Mesure mesure, ProjetIntervention? projet, Parametres parametres, LocalDate? jusqua = null)
    {
        var delai = JoursFrancs.Compute(mesure.PremiereRencontreLe, parametres.DelaiProjet, Sens.Apres, parametres.ModeDelai, parametres.Calendrier).Value;
        return new ProjetDto(
            mesure.Id, mesure.AvecGestion, delai.Date, delai.Explain("R17, art. 4"),
            [
                .. (projet?.Versions ?? []).Where(v => !(v.EtabliLe > jusqua)).OrderByDescending(v => v.Numero)
                    .Select(v => new VersionDeProjetDto(v.Numero, v.EtabliLe, v.EnvoyeLe, v.Contenu.Evaluation, v.Contenu.Objectifs, v.ResteAVivre)),
            ],
            Versions.Text(projet?.Version ?? 0));
    }
}

internal sealed class ObjectifValidator : AbstractValidator<Objectif>
{
    public ObjectifValidator()
    {
        RuleFor(o => o.Libelle).Obligatoire(500);
        RuleForEach(o => o.Actions).Choisi().SetValidator(new ActionPrevueValidator());
    }
}

internal sealed class ActionPrevueValidator : AbstractValidator<ActionPrevue>
{
    public ActionPrevueValidator()
    {
        RuleFor(a => a.Libelle).Obligatoire(500);
        RuleFor(a => a.Precision).Facultatif(200);
    }
}
