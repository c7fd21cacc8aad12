using System.Text.Json;
using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Beneficiaires;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using MediatR;
using NodaTime;
using NpgsqlTypes;

namespace Masp.Application.Beneficiaires;

/// <summary>Corrects who the person is, and keeps what was, what is and why (R63).</summary>
/// <param name="Nom">Null leaves it as it is, and so do the three others.</param>
public sealed record RectifyBeneficiaire(Guid Id, string? Nom, string? Prenom, LocalDate? DateNaissance, Civilite? Civilite, string Motif, uint VersionAttendue) : ICommand<FicheDto>;

internal sealed class RectifyBeneficiaireValidator : AbstractValidator<RectifyBeneficiaire>
{
    public RectifyBeneficiaireValidator()
    {
        RuleFor(r => r.Nom).Obligatoire(100).When(r => r.Nom is not null);
        RuleFor(r => r.Prenom).Obligatoire(100).When(r => r.Prenom is not null);
        RuleFor(r => r.Motif).Obligatoire(2000);
    }
}

internal sealed class RectifyBeneficiaireHandler(
    IMaspDbContext db, LectureDirecte lectureDirecte, LectureFiche lecture, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<RectifyBeneficiaire, Result<FicheDto>>
{
    private const string Sql =
        """
        insert into masp.rectifications (departement_code, id, beneficiaire_id, date, utilisateur_id, avant, apres, motif)
        values (masp.departement(), $1, $2, $3, $4, $5, $6, $7) returning 1
        """;

    public async Task<Result<FicheDto>> Handle(RectifyBeneficiaire request, CancellationToken cancellationToken)
    {
        var personne = await db.LockAsync<Beneficiaire>(request.Id, cancellationToken);
        if (personne is null or { EffaceLe: not null })
            return LectureFiche.Introuvable;
        if (Refus.CheckVersion(personne.Version, request.VersionAttendue) is { } stale)
            return stale;
        var today = horloge.Aujourdhui;
        var rectification = personne.Rectify(new IdentiteRectifiee(request.Nom, request.Prenom, request.DateNaissance, request.Civilite), today);
        if (!rectification.IsSuccess)
            return rectification.Error;
        await db.SaveChangesAsync(cancellationToken);
        var command = LectureDirecte.Command(
            Sql,
            LectureDirecte.Value(identifiants.Next()),
            LectureDirecte.Value(request.Id),
            LectureDirecte.Value(today),
            LectureDirecte.Value(acteur.Acteur.UtilisateurId),
            LectureDirecte.Nullable(JsonSerializer.Serialize(rectification.Value.Avant, Json.Options), NpgsqlDbType.Jsonb),
            LectureDirecte.Nullable(JsonSerializer.Serialize(rectification.Value.Apres, Json.Options), NpgsqlDbType.Jsonb),
            LectureDirecte.Value(request.Motif));
        await lectureDirecte.StreamAsync(r => r.GetInt32(0), command, db.TransactionConnection, cancellationToken).FirstAsync(cancellationToken);
        return await lecture.ReadAsync(request.Id, cancellationToken);
    }
}
