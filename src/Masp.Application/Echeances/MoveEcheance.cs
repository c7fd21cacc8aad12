using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Echeances;

/// <summary>Moves a deadline, by a decision of the SAFPM (R46).</summary>
/// <param name="Limite">A working day, not before today.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record MoveEcheance(Guid Id, LocalDate Limite, string Motif, uint? VersionAttendue) : ICommand<EcheanceDto>;

internal sealed class MoveEcheanceValidator : AbstractValidator<MoveEcheance>
{
    public MoveEcheanceValidator() => RuleFor(e => e.Motif).Obligatoire(2000);
}

internal sealed class MoveEcheanceHandler(IMaspDbContext db, ChangeEcheance change, ActeurCourant acteur, Horloge horloge) : IRequestHandler<MoveEcheance, Result<EcheanceDto>>
{
    public Task<Result<EcheanceDto>> Handle(MoveEcheance request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        async echeance =>
        {
            var parametres = await db.ParametresOnAsync(echeance.EvenementLe, cancellationToken);
            return echeance.Move(request.Limite, request.Motif.Trim(), acteur.Acteur.UtilisateurId, parametres.Calendrier, horloge.Aujourdhui);
        },
        cancellationToken);
}
