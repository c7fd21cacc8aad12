using Masp.Domain.Echeances;
using NodaTime;

namespace Masp.Demonstration;

/// <summary>What will happen on which working day, in the order in which it was planned.</summary>
internal sealed class Agenda
{
    private readonly Dictionary<LocalDate, List<Action>> _parJour = [];

    /// <summary>The day being lived.</summary>
    public LocalDate Jour { get; private set; }

    /// <summary>Plans it for that day, or for the next working day; never for a day already begun.</summary>
    /// <returns>The day it will happen.</returns>
    public LocalDate Plan(LocalDate date, Action acte)
    {
        var jour = JoursOuvres.NextWorkingDay(LocalDate.Max(date, Jour.PlusDays(1)), Calendrier.Metropole);
        if (!_parJour.TryGetValue(jour, out var actes))
            _parJour.Add(jour, actes = []);
        actes.Add(acte);
        return jour;
    }

    /// <summary>Plans it that many working days after today: 1 is the next one.</summary>
    public LocalDate PlanIn(int joursOuvres, Action acte) => Plan(JoursOuvres.AddWorkingDays(Jour, Math.Max(1, joursOuvres), Calendrier.Metropole), acte);

    public void Live(LocalDate jour)
    {
        Jour = jour;
        if (!_parJour.Remove(jour, out var actes))
            return;
        foreach (var acte in actes)
            acte();
    }
}
