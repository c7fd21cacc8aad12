using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>A worker is away between two days, both included, and a colleague stands in (R26).</summary>
public sealed record RecordAbsence(Guid Id, LocalDate Debut, LocalDate Fin, Guid RemplacantId, uint VersionAttendue) : ICommand<IntervenantDto>;

internal sealed class RecordAbsenceHandler(IMaspDbContext db, ChangeIntervenant change, Identifiants identifiants) : IRequestHandler<RecordAbsence, Result<IntervenantDto>>
{
    public async Task<Result<IntervenantDto>> Handle(RecordAbsence request, CancellationToken cancellationToken)
    {
        // Both rows are held, in one order for everybody: two absences that name each other never wait in a ring, and neither misses the other.
        foreach (var id in new[] { request.Id, request.RemplacantId }.Order())
            await db.LockAsync<Intervenant>(id, cancellationToken);
        return await change.RunAsync(request.Id, request.VersionAttendue, intervenant => MissAsync(intervenant, request, cancellationToken), cancellationToken);
    }

    private async Task<Result<Absence>> MissAsync(Intervenant intervenant, RecordAbsence request, CancellationToken cancellationToken)
    {
        var periode = Periode.Create(request.Debut, request.Fin, "fin");
        if (!periode.IsSuccess)
            return periode.Error;
        var remplacant = await db.LockAsync<Intervenant>(request.RemplacantId, cancellationToken);
        if (remplacant is null)
            return Error.Invalid("intervenant.inconnu", "Cet intervenant n'est pas connu.", "remplacantId");
        return intervenant.Miss(identifiants.Next(), periode.Value, remplacant, await change.EngagementsOfAsync(request.Id, cancellationToken));
    }
}
