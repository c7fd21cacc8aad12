using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Titulaires;
using Masp.Infrastructure.Acces;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>
/// Who works where and follows what (R25, R26): a team grows with its measures, people come and go, are away and are stood in for. Has
/// dice of its own, so that the rest of the demonstration does not depend on it.
/// </summary>
internal sealed class Equipes
{
    /// <summary>Orders of the last days wait for their worker, and so do some measures of who left: the board has work on the date given.</summary>
    private const int JoursSansAffectation = 12;

    private readonly Monde _monde;
    private readonly Hasard _hasard;
    private readonly Identifiants _identifiants;
    private readonly Dictionary<Guid, Equipe> _equipes;

    public Equipes(Monde monde, ulong graine)
    {
        _monde = monde;
        _hasard = new Hasard(graine ^ 0x2526);
        _identifiants = new Identifiants(new Hasard(_hasard.Next()));
        _equipes = monde.Jeu.Titulaires.ToDictionary(t => t.Id, t => new Equipe(t.Id));
    }

    /// <summary>Each Titulaire has its manager from its first Convention on; those of the demonstration's accounts are known by name.</summary>
    public void Start()
    {
        foreach (var titulaire in _monde.Jeu.Titulaires)
        {
            var equipe = _equipes[titulaire.Id];
            var entree = titulaire.Conventions.Min(c => c.Debut);
            equipe.Chef = Enter(equipe, entree, 1m, estChef: true, AccountOf(Role.ChefTitulaire, titulaire));
            if (AccountOf(Role.Intervenant, titulaire) is { } compte)
                Hire(equipe, entree, 0.9m, stays: true, compte);
        }
    }

    /// <summary>Names who will follow; of the last days, not all.</summary>
    public void Assign(BonDeCommande bon)
    {
        if (bon.IntervenantId is not null || (_monde.Jour.PlusDays(JoursSansAffectation) > _monde.Fin && _hasard.Chance(500)))
            return;
        var membre = Choose(bon.TitulaireId, _monde.Jour.PlusDays(1));
        _ = bon.Assign(membre.Intervenant, _monde.Jour).Value;
        membre.Bons++;
    }

    /// <summary>The order is signed, abandoned or cancelled.</summary>
    public void Release(BonDeCommande bon)
    {
        if (bon.IntervenantId is { } intervenant)
            _equipes[bon.TitulaireId].Of(intervenant).Bons--;
    }

    /// <summary>Somebody is in charge of the new measure: who was named on the order, unless gone since.</summary>
    public void Follow(Mesure mesure)
    {
        if (mesure.IntervenantId is { } named && _equipes[mesure.TitulaireId].Of(named) is var membre && membre.Intervenant.Presence.Contains(_monde.Jour.PlusDays(1)))
            membre.Mesures.Add(mesure);
        else
            PutInCharge(mesure, mesure.Debut);
    }

    /// <summary>A renewal or a relais at another Titulaire brings another worker.</summary>
    public void FollowElsewhere(Mesure mesure, Guid? avant)
    {
        if (mesure.IntervenantId is not null)
            return;
        Leave(mesure, avant, mesure.TitulairePrecedentId);
        PutInCharge(mesure, mesure.TitulaireDepuis);
    }

    /// <summary>Told before it is closed: what was recorded for later is forgotten then.</summary>
    public void Ended(Mesure mesure) => Leave(mesure, mesure.IntervenantId, mesure.TitulaireId);

    /// <summary>Of that role at that Titulaire; null for most.</summary>
    private Compte? AccountOf(Role role, Titulaire titulaire)
    {
        var domaine = titulaire == _monde.Jeu.TitulaireA ? "@titulaire-a.example" : titulaire == _monde.Jeu.TitulaireB ? "@titulaire-b.example" : null;
        return ComptesDeDemonstration.Comptes.Where(c => domaine is not null && c.Role == role && c.Identifiant.EndsWith(domaine, StringComparison.Ordinal))
            .Select(c => new Compte(c.Id, c.Nom)).SingleOrDefault();
    }

    private void Leave(Mesure mesure, Guid? intervenantId, Guid? titulaireId)
    {
        if (intervenantId is { } intervenant && titulaireId is { } titulaire)
            _equipes[titulaire].Of(intervenant).Mesures.Remove(mesure);
    }

    private void PutInCharge(Mesure mesure, LocalDate debut)
    {
        var membre = Choose(mesure.TitulaireId, LocalDate.Max(debut, _monde.Jour.PlusDays(1)));
        _ = mesure.Assign(membre.Intervenant, LocalDate.Max(debut, membre.Intervenant.Entree)).Value;
        membre.Mesures.Add(mesure);
    }

    /// <param name="titulaireId">Whose team.</param>
    /// <param name="jour">On which the worker must be there: not before today.</param>
    private Membre Choose(Guid titulaireId, LocalDate jour)
    {
        var equipe = _equipes[titulaireId];
        return equipe.Freest(jour) ?? Hire(equipe, _monde.Jour, _hasard.Weigh((1m, 70), (0.8m, 20), (0.5m, 10)), stays: false);
    }

    private Membre Hire(Equipe equipe, LocalDate entree, decimal etp, bool stays, Compte? compte = null)
    {
        var membre = equipe.Add(Enter(equipe, entree, etp, estChef: false, compte), stays ? 33 : _hasard.Between(31, 36));
        PlanAbsence(equipe, membre.Intervenant);
        if (stays)
            return membre;
        if (_hasard.Chance(200))
            _monde.Agenda.Plan(entree.PlusDays(_hasard.Between(200, 900)), () => ChangeEtp(membre.Intervenant));
        _monde.Agenda.Plan(entree.PlusDays(_hasard.Between(500, 4000)), () => Depart(equipe, membre));
        return membre;
    }

    private Intervenant Enter(Equipe equipe, LocalDate entree, decimal etp, bool estChef, Compte? compte)
    {
        var nom = compte?.Nom.Split(' ') ?? [_hasard.Pick(Noms.Prenoms), _hasard.Pick(Noms.Familles)];
        var diplome = _hasard.Weigh((Diplome.AssistantDeServiceSocial, 30), (Diplome.ConseillerEsf, 55), (Diplome.Educateur, 15));
        var embauche = new Embauche(
            _identifiants.Next(LocalDate.Max(Reperes.Ouverture, _monde.Jour)), Reperes.Departement, equipe.TitulaireId, nom[^1], nom[0], diplome, estChef, entree, etp, compte?.Id);
        var intervenant = Intervenant.Enter(embauche, estChef ? null : equipe.Chef).Value;
        _monde.Jeu.Intervenants.Add(intervenant);
        return intervenant;
    }

    private void ChangeEtp(Intervenant intervenant)
    {
        if (intervenant.Sortie is null)
            _ = intervenant.ChangeEtp(_monde.Jour, intervenant.EtpOn(_monde.Jour) == 1m ? 0.8m : 1m).Value;
    }

    private void PlanAbsence(Equipe equipe, Intervenant intervenant) => _monde.Agenda.Plan(
        LocalDate.Max(_monde.Jour, intervenant.Entree).PlusDays(_hasard.Between(50, 150)),
        () =>
        {
            if (intervenant.Sortie is not null)
                return;
            var periode = Periode.Of(_monde.Jour, _monde.Jour.PlusDays(_hasard.Weigh((_hasard.Between(4, 13), 80), (_hasard.Between(14, 30), 20))));
            if (intervenant.IsPresent(periode) && !equipe.EngagementsOf(intervenant).Any(e => e.Overlaps(periode)) && equipe.StandIn(intervenant, periode) is { } remplacant)
                _ = intervenant.Miss(_identifiants.Next(_monde.Jour), periode, remplacant, equipe.EngagementsOf(intervenant)).Value;
            PlanAbsence(equipe, intervenant);
        });

    /// <summary>Their measures are shared out for the next day; in the last days before the date, some still wait for it.</summary>
    private void Depart(Equipe equipe, Membre membre)
    {
        var dernier = _monde.Jour;
        if (!membre.Intervenant.Leave(dernier, equipe.EngagementsOf(membre.Intervenant)).IsSuccess)
        {
            _monde.Agenda.PlanIn(15, () => Depart(equipe, membre));
            return;
        }

        var waiting = dernier.PlusDays(JoursSansAffectation) > _monde.Fin ? 4 : 0;
        foreach (var mesure in membre.Mesures.Skip(waiting).Where(m => m.FinPrevue > dernier).ToList())
        {
            membre.Mesures.Remove(mesure);
            PutInCharge(mesure, LocalDate.Max(dernier.PlusDays(1), mesure.TitulaireDepuis));
        }
    }

    private sealed record Compte(Guid Id, string Nom);
}
