using Masp.Application.Commun;
using Masp.Application.Titulaires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>Puts a worker in charge of a Mesure (R26, R61).</summary>
/// <param name="Debut">First day in charge; today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record AssignMesure(Guid MesureId, Guid IntervenantId, LocalDate? Debut, uint? VersionAttendue) : ICommand<SuiviDto>;

/// <param name="Intervenant">In charge from <paramref name="Debut"/> on.</param>
/// <param name="Version">Of the Mesure.</param>
public sealed record SuiviDto(Guid MesureId, RefDto Intervenant, LocalDate Debut, LocalDate? Fin, string Version) : IVersionne;

internal sealed class AssignMesureHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<AssignMesure, Result<SuiviDto>>
{
    public async Task<Result<SuiviDto>> Handle(AssignMesure request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Mesure>(request.MesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        if (LectureCedee.RefuseWriting(acteur.Acteur, mesure, horloge.Aujourdhui) is { } ceded)
            return ceded;
        if (Refus.CheckVersion(mesure.Version, request.VersionAttendue) is { } stale)
            return stale;
        if (await db.Intervenants.FirstOrDefaultAsync(i => i.Id == request.IntervenantId, cancellationToken) is not { } intervenant)
            return Error.Invalid("intervenant.inconnu", "Cet intervenant n'est pas connu.", "intervenantId");
        var assigned = mesure.Assign(intervenant, request.Debut ?? horloge.Aujourdhui);
        if (!assigned.IsSuccess)
            return assigned.Error;
        await db.SaveChangesAsync(cancellationToken);
        return new SuiviDto(mesure.Id, new RefDto(intervenant.Id, LectureIntervenant.NomOf(intervenant)), assigned.Value.Debut, assigned.Value.Fin, mesure.ETag());
    }
}
