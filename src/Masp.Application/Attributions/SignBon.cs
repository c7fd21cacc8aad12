using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Application.Mesures;
using Masp.Application.Territoires;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>The contract is signed: the order ends, the Mesure opens (R14).</summary>
/// <param name="Motif">Why the first Rencontre is late; needed when it is (R13, R46).</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record SignBon(Guid Id, LocalDate DatePremiereRencontre, LocalDate DateSignature, MotifRetard? Motif, uint? VersionAttendue) : ICommand<MesureOuverteDto>;

internal sealed class SignBonValidator : AbstractValidator<SignBon>
{
    public SignBonValidator() => RuleFor(s => s.Motif!).SetValidator(new MotifRetardValidator()).When(s => s.Motif is not null);
}

internal sealed class SignBonHandler(IMaspDbContext db, TenueDesEcheances echeances, Horloge horloge, Identifiants identifiants) : IRequestHandler<SignBon, Result<MesureOuverteDto>>
{
    public async Task<Result<MesureOuverteDto>> Handle(SignBon request, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<BonDeCommande>(request.Id, cancellationToken) is not { } bon)
            return LectureBon.Introuvable;
        if (Refus.CheckVersion(bon.Version, request.VersionAttendue) is { } stale)
            return stale;
        var today = horloge.Aujourdhui;
        var reglements = await db.ReglementsAsync(cancellationToken);
        var signed = bon.Sign(request.DatePremiereRencontre, request.DateSignature, reglements.On(bon.EmisLe), today);
        if (!signed.IsSuccess)
            return signed.Error;
        if (await db.FindPreparationAsync(bon.Id, cancellationToken) is { } preparation)
        {
            var prepared = preparation.Conclude(request.DatePremiereRencontre, request.DateSignature);
            if (!prepared.IsSuccess)
                return prepared.Error;
        }

        (await db.LockAsync<Demande>(bon.DemandeId, cancellationToken))!.MarkSigned();
        var numero = await db.NextNumeroAsync($"mesure:{request.DateSignature.Year}", cancellationToken);
        var mesure = Mesure.Open(
            identifiants.Next(),
            Numeros.Mesure(bon.DepartementCode, request.DateSignature.Year, numero),
            bon,
            identifiants.Next(),
            await db.ChaineOfAsync(bon.BeneficiaireId, cancellationToken),
            reglements.On(request.DateSignature),
            today);
        if (!mesure.IsSuccess)
            return mesure.Error;
        db.Mesures.Add(mesure.Value);
        var told = await echeances.RecordAsync(
            [new PremiereRencontreTenue(bon, request.DatePremiereRencontre, request.Motif), new ContratSigne(mesure.Value, mesure.Value.DernierContrat)], cancellationToken);
        if (!told.IsSuccess)
            return told.Error;
        await db.SaveChangesAsync(cancellationToken);
        return MesureOuverteDto.Of(mesure.Value);
    }
}
