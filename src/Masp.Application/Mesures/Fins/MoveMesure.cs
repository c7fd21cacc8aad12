using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Fins;

/// <summary>The person moves inside the département: the Titulaire stays, the Zone follows from the next mois-mesure (R23). A move out is an end to be proposed.</summary>
/// <param name="CommuneInsee">With a Lot and a Zone on that day: no month is priced without.</param>
/// <param name="Date">First day there, not in the future.</param>
/// <param name="VersionAttendue">Of the Mesure, from <c>If-Match</c>, when told.</param>
public sealed record MoveMesure(Guid MesureId, string CommuneInsee, LocalDate Date, uint? VersionAttendue) : ICommand<DemenagementDto>;

/// <param name="Effet">First day of the first mois-mesure in the new Zone; null when none begins before the term.</param>
/// <param name="Version">Of the Mesure.</param>
public sealed record DemenagementDto(Guid MesureId, string CommuneInsee, LocalDate Date, LocalDate? Effet, string Version) : IVersionne;

internal sealed class MoveMesureValidator : AbstractValidator<MoveMesure>
{
    public MoveMesureValidator() => RuleFor(m => m.CommuneInsee).Obligatoire(5);
}

internal sealed class MoveMesureHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<MoveMesure, Result<DemenagementDto>>
{
    public async Task<Result<DemenagementDto>> Handle(MoveMesure request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, request.VersionAttendue, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var mesure = held.Value;
        if (request.Date > horloge.Aujourdhui)
            return Error.Conflict("demenagement.date-future", "Un déménagement s'enregistre une fois qu'il a eu lieu (R23).", "date");
        if (await db.Communes.AsNoTracking().FirstOrDefaultAsync(c => c.CodeInsee == request.CommuneInsee, cancellationToken) is not { } commune)
            return Error.Invalid("commune.inconnue", "Cette commune n'est pas connue du département.", "communeInsee");
        if (commune.AffectationOn(request.Date) is null)
            return Zonage.SansZone(commune.CodeInsee, request.Date, "communeInsee");
        var moved = mesure.Move(request.Date, commune.CodeInsee, horloge.Aujourdhui);
        if (!moved.IsSuccess)
            return moved.Error;
        await db.SaveChangesAsync(cancellationToken);
        var reglements = await Territoires.LectureReglements.ReglementsAsync(db, cancellationToken);
        var contrat = mesure.ContratOn(request.Date)!;
        var effet = contrat.BoundaryFrom(request.Date, reglements.On(contrat.Debut).ModeMoisMesure);
        return new DemenagementDto(mesure.Id, commune.CodeInsee, request.Date, effet > contrat.FinPrevue ? null : effet, mesure.ETag());
    }
}
