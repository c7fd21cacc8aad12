using Masp.Api.Commun;
using Masp.Application.Journal;
using Masp.Domain.Commun;

namespace Masp.Api.Journal;

/// <summary>Which rows of a journal are asked for.</summary>
internal readonly struct FiltreDemande
{
    public string? Du { get; init; }

    public string? Au { get; init; }

    public Guid? UtilisateurId { get; init; }

    public string? Operation { get; init; }

    public Guid? MesureId { get; init; }

    public Guid? RequeteId { get; init; }

    /// <summary>Asks when the dates are dates; refuses beside the field that is none.</summary>
    public Task<Result<T>> AskAsync<T>(Func<FiltreDeJournal, Task<Result<T>>> ask)
    {
        var filtre = this;
        return new JoursDemandes { Du = Du, Au = Au }.AskAsync((du, au) => ask(new FiltreDeJournal(du, au, filtre.UtilisateurId, filtre.Operation, filtre.MesureId, filtre.RequeteId)));
    }
}
