using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;

namespace Masp.Application.Beneficiaires;

/// <summary>Erases an archived file under the visa of the archives, by another person than the one who recorded it (R63). Nothing brings it back.</summary>
/// <param name="Confirmation">The word <see cref="EraseDossierValidator.Mot"/>, typed.</param>
public sealed record EraseDossier(Guid Id, string Confirmation) : ICommand<CertificatDto>;

internal sealed class EraseDossierValidator : AbstractValidator<EraseDossier>
{
    public const string Mot = "EFFACER";

    public EraseDossierValidator() => RuleFor(e => e.Confirmation).Equal(Mot)
        .WithErrorCode("effacement.confirmation").WithMessage($"Écrivez « {Mot} » pour confirmer.");
}

internal sealed class EraseDossierHandler(
    IMaspDbContext db, LectureDirecte lectureDirecte, LectureFiche lecture, LectureCertificats certificats, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<EraseDossier, Result<CertificatDto>>
{
    public async Task<Result<CertificatDto>> Handle(EraseDossier request, CancellationToken cancellationToken)
    {
        var personne = await db.LockAsync<Beneficiaire>(request.Id, cancellationToken);
        if (personne is null or { EffaceLe: not null })
            return LectureFiche.Introuvable;
        var visa = await lecture.VisaAsync(personne, cancellationToken) is { } v ? new Visa(v.Reference, v.Date, v.Service, v.UtilisateurId) : null;
        var (ouvert, enAttente) = await lectureDirecte.StreamAsync(
            r => (r.GetBoolean(0), r.GetBoolean(1)),
            LectureDirecte.Command("select masp.dossier_ouvert($1), masp.facture_en_attente($1)", LectureDirecte.Value(request.Id)),
            db.TransactionConnection, cancellationToken).FirstAsync(cancellationToken);
        var refusals = Effacement.Check(new DossierAEffacer(personne.ArchiveLe, visa, ouvert, enAttente), acteur.Acteur.UtilisateurId);
        if (refusals.Count > 0)
            return Result<CertificatDto>.Refuse(refusals);
        await lectureDirecte.StreamAsync(
            r => r.GetString(0),
            LectureDirecte.Command(
                "select masp.effacer($1, $2, $3)", LectureDirecte.Value(request.Id), LectureDirecte.Value(identifiants.Next()), LectureDirecte.Value(horloge.Aujourdhui)),
            db.TransactionConnection, cancellationToken).FirstAsync(cancellationToken);
        return (await certificats.FindAsync(request.Id, cancellationToken))!;
    }
}
