using FluentValidation;
using Masp.Application.Beneficiaires;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Demandes;

/// <summary>The SAFPM says whether the person of a Demande is the known one of the same name and birth date (R1, R3).</summary>
/// <param name="BeneficiaireId">The known person; or <paramref name="Homonyme"/>.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record SettleRapprochement(Guid DemandeId, Guid? BeneficiaireId, bool Homonyme, uint VersionAttendue) : ICommand<DemandeDto>;

internal sealed class SettleRapprochementValidator : AbstractValidator<SettleRapprochement>
{
    public SettleRapprochementValidator() => RuleFor(r => r.BeneficiaireId).Must((r, id) => id is null == r.Homonyme)
        .WithErrorCode("rapprochement.choix").WithMessage("Dites soit qui est la personne connue, soit que celle-ci est un homonyme.");
}

internal sealed class SettleRapprochementHandler(IMaspDbContext db, LectureFiche fiche, ActeurCourant acteur) : IRequestHandler<SettleRapprochement, Result<DemandeDto>>
{
    public async Task<Result<DemandeDto>> Handle(SettleRapprochement request, CancellationToken cancellationToken)
    {
        // The identity is waited for before any row, as a filing does, so that neither waits for the other in a circle.
        var person = await db.Beneficiaires.FirstOrDefaultAsync(
            b => db.Demandes.Any(d => d.Id == request.DemandeId && d.BeneficiaireId == b.Id), cancellationToken);
        if (person is null)
            return LectureDemande.Introuvable;
        var same = await db.FindHomonymesAsync(person.Nom, person.Prenom, person.DateNaissance, cancellationToken);
        var demande = await db.LockAsync<Demande>(request.DemandeId, cancellationToken);
        if (demande is null)
            return LectureDemande.Introuvable;
        if (Refus.CheckVersion(demande.Version, request.VersionAttendue) is { } stale)
            return stale;
        if (request.BeneficiaireId is { } known && !await MayBeAsync(known, person.Id, same, cancellationToken))
            return Error.Invalid("rapprochement.personne-inconnue", "Choisissez une personne connue de mêmes nom, prénom et date de naissance.", "beneficiaireId");
        var settled = Settle(demande, request);
        if (!settled.IsSuccess)
            return settled.Error;
        await SettleOthersAsync(demande.Id, person.Id, request, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await ForgetAsync(person, cancellationToken);
        return await db.ReadDemandeAsync(acteur, demande.Id, cancellationToken);
    }

    private static Result<Done> Settle(Demande demande, SettleRapprochement request) =>
        request.BeneficiaireId is { } known ? demande.Reconcile(known) : demande.TellApart();

    /// <summary>Somebody whose own file is not settled yet is nobody to be matched with.</summary>
    private async Task<bool> MayBeAsync(Guid known, Guid person, List<Guid> same, CancellationToken cancellationToken) =>
        known != person && same.Contains(known)
        && !await db.Demandes.AnyAsync(d => d.BeneficiaireId == known && d.Rapprochement == Rapprochement.ATrancher, cancellationToken);

    /// <summary>What is said of a person holds for each of the Demandes that wait for it.</summary>
    private async Task SettleOthersAsync(Guid demandeId, Guid personId, SettleRapprochement request, CancellationToken cancellationToken)
    {
        var others = await db.Demandes
            .Where(d => d.BeneficiaireId == personId && d.Id != demandeId && d.Rapprochement == Rapprochement.ATrancher)
            .OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);
        foreach (var id in others)
            _ = Settle((await db.LockAsync<Demande>(id, cancellationToken))!, request).Value;
    }

    /// <summary>A file that was made for somebody known already, and that nothing refers to any more, is not kept.</summary>
    private async Task ForgetAsync(Beneficiaire person, CancellationToken cancellationToken)
    {
        if (await db.Demandes.AnyAsync(d => d.BeneficiaireId == person.Id, cancellationToken) || (await fiche.RectificationsAsync(person.Id, cancellationToken)).Count > 0)
            return;
        db.Beneficiaires.Remove(person);
        await db.SaveChangesAsync(cancellationToken);
    }
}
