using System.Runtime.CompilerServices;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Territoires;
using Npgsql;
using NpgsqlTypes;

namespace Masp.Application.Facturation;

/// <summary>One row of a detailed statement, and whose it is.</summary>
public sealed record DetailDuTitulaire(Guid TitulaireId, string LotCode, DetailAFacturer Detail);

/// <summary>
/// Computes what a quarter owes: contracts are streamed, priced one by one and forgotten, so that memory does not grow with
/// their number. Each is cut and priced by the Reglement of its first day to its end, so that a new one neither moves nor pays again a month
/// that was computed before (R60).
/// </summary>
public sealed class CalculFacture(IMaspDbContext db, LectureDirecte lecture, Portee portee)
{
    /// <param name="trimestre">The quarter to pay.</param>
    /// <param name="titulaireId">One Titulaire, or all when null.</param>
    /// <param name="lotCode">One Lot, or all when null.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    /// <exception cref="TarifImpossibleException">A contract cannot be priced.</exception>
    public async IAsyncEnumerable<DetailDuTitulaire> RowsAsync(
        Trimestre trimestre, Guid? titulaireId, string? lotCode, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reglements = await db.ReglementsAsync(cancellationToken);
        var prix = await db.PrixAsync(cancellationToken);
        var etats = new Dictionary<Parametres, EtatDetaille>();
        var zonage = await db.ZonageAsync(cancellationToken);
        var gels = await db.GelsAsync(cancellationToken);
        NpgsqlParameter[] filter = [LectureDirecte.Nullable(titulaireId, NpgsqlDbType.Uuid), LectureDirecte.Nullable(lotCode, NpgsqlDbType.Text)];

        var contrats = LectureDirecte.Command(
            SqlDeFacture.Contrats(portee), [LectureDirecte.Value(trimestre.Debut), LectureDirecte.Value(trimestre.Fin), .. filter]);
        await foreach (var row in lecture.StreamAsync(reader => LigneDeContrat.Read(reader, zonage, reglements, gels), contrats, db.TransactionConnection, cancellationToken))
        {
            var details = EtatUnder(row.Parametres).Rows(row.Contrat, row.Factures);
            if (!details.IsSuccess)
                throw new TarifImpossibleException(details.Error);
            foreach (var detail in details.Value)
                yield return new DetailDuTitulaire(row.TitulaireId, row.LotCode, detail);
        }

        var forfaits = LectureDirecte.Command(SqlDeFacture.Forfaits(portee), [LectureDirecte.Value(trimestre.Fin), .. filter.Select(p => p.Clone())]);
        await foreach (var (titulaire, lot, forfait) in lecture.StreamAsync(LigneDeContrat.ReadForfait, forfaits, db.TransactionConnection, cancellationToken))
        {
            var detail = EtatUnder(reglements.On(forfait.AbandonneLe)).Row(forfait);
            if (!detail.IsSuccess)
                throw new TarifImpossibleException(detail.Error);
            yield return new DetailDuTitulaire(titulaire, lot, detail.Value);
        }

        EtatDetaille EtatUnder(Parametres parametres) => etats.TryGetValue(parametres, out var known)
            ? known
            : etats[parametres] = new EtatDetaille(prix, parametres.ModeMoisMesure, parametres.JoursSeuil, trimestre);
    }

    /// <summary>The same for one Titulaire and Lot, all at once.</summary>
    public async Task<Result<IReadOnlyList<DetailAFacturer>>> ComputeAsync(Trimestre trimestre, Guid titulaireId, string lotCode, CancellationToken cancellationToken)
    {
        try
        {
            var details = new List<DetailAFacturer>();
            await foreach (var row in RowsAsync(trimestre, titulaireId, lotCode, cancellationToken))
                details.Add(row.Detail);
            return details;
        }
        catch (TarifImpossibleException exception)
        {
            return exception.Error;
        }
    }
}

/// <summary>A contract that cannot be priced stops the whole computation: nothing is half done.</summary>
public sealed class TarifImpossibleException(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
