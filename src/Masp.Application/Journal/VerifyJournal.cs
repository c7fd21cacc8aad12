using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;
using Npgsql;

namespace Masp.Application.Journal;

/// <summary>Holds the rows of both journals against what was sealed. The answer names rows by number: nothing of a person.</summary>
/// <param name="Depuis">First block; 1 when not told.</param>
/// <param name="Lignes">Stops after about so many rows and says where to go on; never stops when not told.</param>
/// <param name="TeteNumero">Of a head exported earlier, with <paramref name="TeteEmpreinte"/>.</param>
public sealed record VerifyJournal(long? Depuis, int? Lignes, long? TeteNumero, string? TeteEmpreinte) : IQuery<VerificationDto>;

internal sealed class VerifyJournalHandler(NpgsqlDataSource source) : IRequestHandler<VerifyJournal, Result<VerificationDto>>
{
    public async Task<Result<VerificationDto>> Handle(VerifyJournal request, CancellationToken cancellationToken)
    {
        if (request.Depuis is < 1)
            return Error.Invalid("journal.depuis", "Les blocs sont numérotés à partir de 1.", "depuis");
        if (request.Lignes is < 1)
            return Error.Invalid("journal.lignes", "Vérifiez au moins une ligne.", "lignes");
        if (request.TeteNumero is null != request.TeteEmpreinte is null)
            return Error.Invalid("journal.tete", "Une tête, c'est un numéro de bloc et son empreinte : donnez les deux.", request.TeteNumero is null ? "teteNumero" : "teteEmpreinte");
        var known = request.TeteNumero is { } numero ? new TeteDto(numero, default, request.TeteEmpreinte!) : null;
        var verification = new Verification(source, "select * from journal.controler($1, $2)", "select * from journal.ajoutees()");
        return await verification.RunAsync(request.Depuis ?? 1, request.Lignes ?? long.MaxValue, known, null, cancellationToken);
    }
}
