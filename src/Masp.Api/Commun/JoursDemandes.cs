using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Api.Commun;

/// <summary>Two days of an address, both included, either left out.</summary>
internal readonly struct JoursDemandes
{
    public string? Du { get; init; }

    public string? Au { get; init; }

    /// <summary>Asks when the dates are dates; refuses beside the field that is none.</summary>
    public async Task<Result<T>> AskAsync<T>(Func<LocalDate?, LocalDate?, Task<Result<T>>> ask)
    {
        var du = Day(Du, "du");
        var au = Day(Au, "au");
        return du.IsSuccess && au.IsSuccess ? await ask(du.Value, au.Value) : Result<T>.Refuse([.. du.Errors, .. au.Errors]);
    }

    private static Result<LocalDate?> Day(string? text, string field)
    {
        if (text is null)
            return Result<LocalDate?>.Of(null!);
        var read = Dates.Parse(text);
        return read.IsSuccess ? read.Value : read.Error with { Field = field };
    }
}
