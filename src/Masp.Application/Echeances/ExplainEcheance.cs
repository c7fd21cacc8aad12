using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;

namespace Masp.Application.Echeances;

/// <summary>Says why a deadline is late (R46).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record ExplainEcheance(Guid Id, MotifRetard Motif, uint? VersionAttendue) : ICommand<EcheanceDto>;

internal sealed class ExplainEcheanceValidator : AbstractValidator<ExplainEcheance>
{
    public ExplainEcheanceValidator() => RuleFor(e => e.Motif.Commentaire).Obligatoire(2000).OverridePropertyName("commentaire");
}

internal sealed class ExplainEcheanceHandler(ChangeEcheance change, ActeurCourant acteur, Horloge horloge) : IRequestHandler<ExplainEcheance, Result<EcheanceDto>>
{
    public Task<Result<EcheanceDto>> Handle(ExplainEcheance request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id,
        request.VersionAttendue,
        echeance => Task.FromResult(echeance.Explain(request.Motif, acteur.Acteur.UtilisateurId, horloge.Aujourdhui)),
        cancellationToken);
}
