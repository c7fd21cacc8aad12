using Masp.Domain.Mesures;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// The Titulaire that was not kept says, in the spring after, that it cannot serve its contracts to their term: one Lot of it passes to
/// another in one act, each measure on its own day (R24, R44, art. 5).
/// </summary>
internal sealed class Relais(Monde monde, Equipes equipes, Facturations facturations)
{
    private static readonly LocalDate PrevuLe = new(2025, 4, 7);
    private static readonly LocalDate Demandee = new(2025, 5, 1);

    public void Start()
    {
        if (monde.Jeu.Titulaires.Find(t => t.Conventions.All(c => c.Fin < Demandee)) is { } cedant)
            monde.Agenda.Plan(PrevuLe, () => HandOver(cedant, cedant.Conventions.OrderBy(c => c.Fin).Last().LotCode));
    }

    private void HandOver(Titulaire cedant, string lot)
    {
        var repreneur = monde.Jeu.Titulaires.First(t => t.ConventionOn(lot, Demandee) is not null);
        var lignes = new List<MesureRelayee>();
        foreach (var mesure in monde.Jeu.Mesures.Where(m => m.LotCode == lot && m.TitulaireId == cedant.Id && m.Etat == EtatMesure.EnCours))
        {
            var avant = mesure.IntervenantId;
            var handed = mesure.HandOver(repreneur, Demandee, _ => monde.Parametres.ModeMoisMesure, monde.Jour);
            if (!handed.IsSuccess)
                continue;
            var ancien = monde.Jeu.Intervenants.Find(i => i.Id == avant);
            lignes.Add(new MesureRelayee(mesure, handed.Value, ancien is null ? null : $"{ancien.Prenom} {ancien.Nom}"));
            facturations.Follow(mesure, mesure.DernierContrat, repreneur.Id);
            equipes.FollowElsewhere(mesure, avant);
        }

        if (lignes.Count == 0)
            return;
        var prevu = new RelaisPrevu(
            monde.NextId(), Reperes.Departement, EtendueRelais.Lot, cedant.Id, repreneur.Id, lot, Demandee, monde.Jour,
            "Le titulaire n'a pas été retenu et n'a plus l'équipe pour mener ses contrats à leur terme (démonstration)");
        var relais = new PassageDeRelais(prevu, lignes);
        monde.Jeu.Relais.Add(relais);
        PlanRencontres(relais);
    }

    /// <summary>The teams meet over three sittings, then the persons are met; a few are still to be.</summary>
    private void PlanRencontres(PassageDeRelais relais)
    {
        var groupes = relais.Mesures.OrderBy(m => m.Date).Select(m => m.MesureId).Chunk(Math.Max(1, (relais.Mesures.Count / 3) + 1)).ToList();
        for (var i = 0; i < groupes.Count; i++)
        {
            var groupe = groupes[i];
            monde.Agenda.PlanIn(4 + (3 * i), () => _ = relais.Meet(groupe, RencontreDeRelais.Equipes, monde.Jour, monde.Jour).Value);
            monde.Agenda.PlanIn(12 + (4 * i), () => _ = relais.Meet([.. groupe.Skip(1)], RencontreDeRelais.Personne, monde.Jour, monde.Jour).Value);
        }
    }
}
