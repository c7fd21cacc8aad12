using Masp.Api.Commun;
using Masp.Application.Journal;
using Masp.Domain.Commun;
using NodaTime;

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
    public async Task<Result<T>> AskAsync<T>(Func<FiltreDeJournal, Task<Result<T>>> ask)
    {
        var du = Day(Du, "du");
        var au = Day(Au, "au");
        return du.IsSuccess && au.IsSuccess
            ? await ask(new FiltreDeJournal(du.Value, au.Value, UtilisateurId, Operation, MesureId, RequeteId))
            : Result<T>.Refuse([.. du.Errors, .. au.Errors]);
    }

    private static Result<LocalDate?> Day(string? text, string field)
    {
        if (text is null)
            return Result<LocalDate?>.Of(null!);
        var read = Dates.Parse(text);
        return read.IsSuccess ? read.Value : read.Error with { Field = field };
    }
}
