using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>A Commission every Thursday (R8): the next session is opened when the last one ends, and its agenda closed two days before it.</summary>
internal sealed class Seances(Monde monde, Decisions decisions, Bilans bilans)
{
    /// <summary>Agendas of the last days leave more requests out, so that on the date given some wait.</summary>
    private const int JoursEnAttente = 8;

    private readonly List<Dossier> _enAttente = [];
    private readonly List<Dossier> _inscrits = [];

    private Commission? _prochaine;

    private Hasard Hasard => monde.Hasard;

    private bool IsNearEnd => monde.Jour.PlusDays(JoursEnAttente) > monde.Fin;

    public void Await(Dossier dossier) => _enAttente.Add(dossier);

    public void Live()
    {
        if (_prochaine is null)
            Open();
        else if (_prochaine.Date == monde.Jour)
            Hold(_prochaine);
        else if (_prochaine.Date == monde.Jour.PlusDays(2))
            Enrol(monde.Jour.PlusDays(IsNearEnd ? -5 : -2));
    }

    private void Open()
    {
        var deposeesAvant = monde.Jour.PlusDays(-2);
        if (!_enAttente.Exists(d => IsDue(d, deposeesAvant)) && !bilans.AwaitSession)
            return;
        var date = JoursOuvres.NextWorkingDay(monde.Jour.Next(IsoDayOfWeek.Thursday), Calendrier.Metropole);
        _prochaine = new Commission(monde.NextId(), Reperes.Departement, date);
        monde.Jeu.Commissions.Add(_prochaine);
        Enrol(deposeesAvant);
    }

    private static bool IsDue(Dossier dossier, LocalDate deposeesAvant) =>
        dossier.Demande.Etat == EtatDemande.Ajournee || dossier.Demande.DeposeeLe <= deposeesAvant;

    private void Enrol(LocalDate deposeesAvant)
    {
        var inscrites = _enAttente.FindAll(d => IsDue(d, deposeesAvant));
        if (IsNearEnd && inscrites.Count > 1 && inscrites.Count == _enAttente.Count)
            inscrites.RemoveAt(inscrites.Count - 1);
        foreach (var dossier in inscrites)
        {
            _ = _prochaine!.Enrol(dossier.Demande).Value;
            _inscrits.Add(dossier);
        }

        _enAttente.RemoveAll(d => d.Demande.Etat == EtatDemande.Inscrite);
        bilans.Enrol(_prochaine!);
    }

    /// <summary>A session of the date given itself has not given its opinions yet: its screen has work.</summary>
    private void Hold(Commission seance)
    {
        if (monde.Jour == monde.Fin)
            return;
        var examines = new List<Dossier>();
        foreach (var dossier in _inscrits)
        {
            var (sens, motif) = DrawAvis(dossier.Demande);
            _ = seance.RecordAvis(dossier.Demande, sens, motif, monde.Jour).Value;
            (sens == SensAvis.Ajourne ? _enAttente : examines).Add(dossier);
        }

        _inscrits.Clear();
        bilans.Hear(seance);
        _prochaine = null;
        Open();
        decisions.Follow(seance, examines);
    }

    private (SensAvis Sens, string Motif) DrawAvis(Demande demande)
    {
        if (demande.Avis.Count < 2 && Hasard.Chance(80))
            return (SensAvis.Ajourne, Hasard.Pick(Phrases.Ajournements));
        return Hasard.Chance(demande.Eligibilite.AllYes ? 90 : 750)
            ? (SensAvis.Defavorable, Hasard.Pick(Phrases.AvisDefavorables))
            : (SensAvis.Favorable, Hasard.Pick(Phrases.AvisFavorables));
    }
}
