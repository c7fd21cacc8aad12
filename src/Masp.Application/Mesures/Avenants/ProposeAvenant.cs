using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Avenants;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Avenants;

/// <summary>The Titulaire proposes an Avenant, with the agreement of the person (R21, art. 4).</summary>
/// <param name="AccordLe">Day on which the person agreed.</param>
public sealed record ProposeAvenant(Guid MesureId, ObjetAvenant Objet, string Motif, LocalDate AccordLe) : ICommand<AvenantDto>;

internal sealed class ProposeAvenantValidator : AbstractValidator<ProposeAvenant>
{
    public ProposeAvenantValidator() => RuleFor(a => a.Motif).Obligatoire(2000);
}

internal sealed class ProposeAvenantHandler(IMaspDbContext db, MesureTenue tenue, CalculDesConsequences calcul, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<ProposeAvenant, Result<AvenantDto>>
{
    public async Task<Result<AvenantDto>> Handle(ProposeAvenant request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, null, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var mesure = held.Value;

        // Tried on a copy: what could not be signed today is not proposed.
        var copy = await db.Mesures.AsNoTracking().FirstAsync(m => m.Id == mesure.Id, cancellationToken);
        if (copy.Amend(request.Objet, await calcul.AmendementAsync(mesure, cancellationToken)).Error is { } refusal)
            return refusal;
        var numero = 1 + (await db.Avenants.Where(a => a.MesureId == mesure.Id).MaxAsync(a => (int?)a.Numero, cancellationToken) ?? 0);
        var proposed = Avenant.Propose(
            new AvenantPropose(identifiants.Next(), request.Objet, request.Motif, request.AccordLe, tenue.Acteur.UtilisateurId), numero, mesure, horloge.Aujourdhui);
        if (!proposed.IsSuccess)
            return proposed.Error;
        db.Avenants.Add(proposed.Value);
        await db.SaveChangesAsync(cancellationToken);
        return AvenantDto.Of(proposed.Value, horloge.Aujourdhui);
    }
}
