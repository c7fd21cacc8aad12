using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using NpgsqlTypes;

namespace Masp.Application.Beneficiaires;

/// <summary>Archives the files that are due (R63): those told, or every one, five hundred at a time. Asked again, it finds nothing left to do.</summary>
/// <param name="BeneficiaireIds">Null for every file that is due; one that is not due, or archived already, is left as it is.</param>
public sealed record ArchiveDossiers(IReadOnlyList<Guid>? BeneficiaireIds = null) : ICommand<ArchivagesDto>;

/// <param name="Archives">How many were archived by this call.</param>
/// <param name="Restants">How many are still due, five hundred counted at most.</param>
public sealed record ArchivagesDto(int Archives, int Restants);

internal sealed class ArchiveDossiersValidator : AbstractValidator<ArchiveDossiers>
{
    public ArchiveDossiersValidator() => RuleFor(a => a.BeneficiaireIds).Must(ids => ids is null or { Count: >= 1 and <= ArchiveDossiersHandler.AuPlus })
        .WithErrorCode("archivage.liste").WithMessage($"Donnez de 1 à {ArchiveDossiersHandler.AuPlus} personnes, ou aucune liste pour toutes celles qui sont échues.");
}

internal sealed class ArchiveDossiersHandler(IMaspDbContext db, LectureDirecte lectureDirecte, LectureEcheances lecture, Horloge horloge)
    : IRequestHandler<ArchiveDossiers, Result<ArchivagesDto>>
{
    public const int AuPlus = 500;

    public async Task<Result<ArchivagesDto>> Handle(ArchiveDossiers request, CancellationToken cancellationToken)
    {
        var (ans, due) = await lecture.DueAsync(request.BeneficiaireIds is { } ids ? [.. ids] : null, null, AuPlus, cancellationToken);
        var command = LectureDirecte.Command(
            "select masp.archiver($1, $2, $3, $4)",
            LectureDirecte.Nullable(due.Select(d => d.BeneficiaireId).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid),
            LectureDirecte.Nullable(due.Select(d => d.Explication).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text),
            LectureDirecte.Value(ans),
            LectureDirecte.Value(horloge.Aujourdhui));
        var archives = await lectureDirecte.StreamAsync(r => r.GetInt32(0), command, db.TransactionConnection, cancellationToken).FirstAsync(cancellationToken);
        var (_, restants) = await lecture.DueAsync(null, null, AuPlus, cancellationToken);
        return new ArchivagesDto(archives, restants.Count);
    }
}
