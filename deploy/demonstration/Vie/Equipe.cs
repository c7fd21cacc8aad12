using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Titulaires;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>The workers of one Titulaire, and what each has in charge.</summary>
internal sealed class Equipe(Guid titulaireId)
{
    private readonly List<Membre> _membres = [];

    public Guid TitulaireId { get; } = titulaireId;

    public Intervenant Chef { get; set; } = null!;

    public Membre Add(Intervenant intervenant, int mesuresParEtp)
    {
        var membre = new Membre(intervenant, mesuresParEtp);
        _membres.Add(membre);
        return membre;
    }

    public Membre Of(Guid intervenantId) => _membres.Find(m => m.Intervenant.Id == intervenantId)!;

    /// <summary>In the team that day, with the most room for one more; null when everybody has enough.</summary>
    public Membre? Freest(LocalDate jour)
    {
        Membre? freest = null;
        var most = 0m;
        foreach (var membre in _membres)
        {
            if (membre.Intervenant.Presence.Contains(jour) && membre.RoomOn(jour) is var room && room > most)
                (freest, most) = (membre, room);
        }

        return freest;
    }

    /// <summary>A colleague, at work on all these days, who stands in for nobody else then.</summary>
    public Intervenant? StandIn(Intervenant absent, Periode periode) => _membres
        .Select(m => m.Intervenant)
        .Append(Chef)
        .FirstOrDefault(i => i.Id != absent.Id && i.IsPresent(periode) && !EngagementsOf(i).Any(e => e.Overlaps(periode)));

    /// <summary>The days on which a worker stands in for others.</summary>
    public IEnumerable<Periode> EngagementsOf(Intervenant intervenant) =>
        _membres.SelectMany(m => m.Intervenant.Absences).Where(a => a.RemplacantId == intervenant.Id).Select(a => a.Periode);
}

/// <summary>One worker and the measures in charge.</summary>
/// <param name="mesuresParEtp">How many this one takes for a full time: some take more than the rule says, so that the board has an alert to show (R25).</param>
internal sealed class Membre(Intervenant intervenant, int mesuresParEtp)
{
    public Intervenant Intervenant { get; } = intervenant;

    public List<Mesure> Mesures { get; } = [];

    /// <summary>Orders not signed yet.</summary>
    public int Bons { get; set; }

    /// <summary>Measures short of what this one takes, in proportion to the working time of that day.</summary>
    public decimal RoomOn(LocalDate jour)
    {
        var plein = Intervenant.EtpOn(jour) * mesuresParEtp;
        return plein == 0 ? 0 : (plein - Mesures.Count - Bons) / plein;
    }
}
