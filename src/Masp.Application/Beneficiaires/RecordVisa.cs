using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Beneficiaires;

/// <summary>Records the visa that the archives gave to the erasure of an archived file (R63).</summary>
/// <param name="Reference">Number of the visa, as the archives wrote it.</param>
/// <param name="Service">Who gave it.</param>
/// <param name="Document">Where the signed document is kept.</param>
public sealed record RecordVisa(Guid Id, string Reference, LocalDate Date, string Service, string? Document) : ICommand<FicheDto>;

internal sealed class RecordVisaValidator : AbstractValidator<RecordVisa>
{
    public RecordVisaValidator()
    {
        RuleFor(v => v.Reference).Obligatoire(100);
        RuleFor(v => v.Service).Obligatoire(200);
        RuleFor(v => v.Document).Facultatif(200);
    }
}

internal sealed class RecordVisaHandler(
    IMaspDbContext db, LectureDirecte lectureDirecte, LectureFiche lecture, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<RecordVisa, Result<FicheDto>>
{
    private const string Sql =
        """
        insert into masp.visas_archives (departement_code, id, beneficiaire_id, reference, date, service, document, archive_le, enregistre_le, utilisateur_id)
        values (masp.departement(), $1, $2, $3, $4, $5, $6, $7, $8, $9) returning 1
        """;

    public async Task<Result<FicheDto>> Handle(RecordVisa request, CancellationToken cancellationToken)
    {
        var personne = await db.LockAsync<Beneficiaire>(request.Id, cancellationToken);
        if (personne is null or { EffaceLe: not null })
            return LectureFiche.Introuvable;
        var today = horloge.Aujourdhui;
        if (personne.ArchiveLe is not { } archive)
            return Error.Conflict("visa.dossier-actif", "Le visa des archives porte sur un dossier archivé : celui-ci est actif (R63).");
        if (request.Date > today)
            return Error.Invalid("visa.date-future", "La date du visa est dans le futur.", "date");
        foreach (var (texte, champ) in new[] { (request.Reference, "reference"), (request.Service, "service"), (request.Document, "document") })
        {
            if (Effacement.Names(texte, personne.Nom))
                return Error.Invalid("visa.nominatif", "Le visa reste après l'effacement : il ne doit pas nommer la personne (R63).", champ);
        }

        var command = LectureDirecte.Command(
            Sql,
            LectureDirecte.Value(identifiants.Next()), LectureDirecte.Value(request.Id), LectureDirecte.Value(request.Reference), LectureDirecte.Value(request.Date),
            LectureDirecte.Value(request.Service), LectureDirecte.Nullable(request.Document, NpgsqlDbType.Text), LectureDirecte.Value(archive), LectureDirecte.Value(today),
            LectureDirecte.Value(acteur.Acteur.UtilisateurId));
        await lectureDirecte.StreamAsync(r => r.GetInt32(0), command, db.TransactionConnection, cancellationToken).FirstAsync(cancellationToken);
        return await lecture.ReadAsync(request.Id, cancellationToken);
    }
}
