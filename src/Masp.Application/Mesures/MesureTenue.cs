using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Bilans;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>The Mesure that an act is about, held until the end of the unit of work: everything written in its life waits for it.</summary>
internal sealed class MesureTenue(IMaspDbContext db, ActeurCourant acteur, Horloge horloge)
{
    /// <param name="mesureId">Of the Mesure.</param>
    /// <param name="attendue">Its version from <c>If-Match</c>, when told.</param>
    /// <param name="cancellationToken">Lets go.</param>
    /// <returns>Refused with <c>mesure.introuvable</c>, <c>mesure.cedee</c> or <c>version.perimee</c>.</returns>
    public async Task<Result<Mesure>> HoldAsync(Guid mesureId, uint? attendue, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Mesure>(mesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        if (LectureCedee.RefuseWriting(acteur.Acteur, mesure, horloge.Aujourdhui) is { } ceded)
            return ceded;
        return Refus.CheckVersion(mesure.Version, attendue) is { } stale ? stale : mesure;
    }

    /// <summary>The same with something written in its life, held after it.</summary>
    /// <param name="id">Of what was written.</param>
    /// <param name="mesureOf">Whose it is.</param>
    /// <param name="absent">When it is not there, or not the caller's to see.</param>
    /// <param name="attendue">Its version from <c>If-Match</c>, when told.</param>
    /// <param name="cancellationToken">Lets go.</param>
    public async Task<Result<(Mesure Mesure, T Ecrit)>> HoldWithAsync<T>(
        Guid id, IQueryable<Guid> mesureOf, Error absent, uint? attendue, CancellationToken cancellationToken)
        where T : AggregateRoot
    {
        var found = await mesureOf.ToListAsync(cancellationToken);
        if (found is not [var mesureId])
            return absent;
        var mesure = await HoldAsync(mesureId, null, cancellationToken);
        if (!mesure.IsSuccess)
            return mesure.Error.Kind == ErrorKind.NotFound ? absent : mesure.Error;
        if (await db.LockAsync<T>(id, cancellationToken) is not { } ecrit)
            return absent;
        return Refus.CheckVersion(ecrit.Version, attendue) is { } stale ? stale : (mesure.Value, ecrit);
    }

    /// <summary>The contracts that the person of a Mesure had in other ones (R3).</summary>
    public async Task<ChaineDeContrats> AnterieursOfAsync(Mesure mesure, CancellationToken cancellationToken)
    {
        var others = (await db.ContratsOfAsync(mesure.BeneficiaireId, cancellationToken)).ToList();
        foreach (var contrat in mesure.Contrats)
            others.Remove(contrat.Periode);
        return ChaineDeContrats.Of(others);
    }

    /// <summary>Of its last contract; null when none was sent.</summary>
    public Task<Bilan?> FinalOfAsync(Mesure mesure, CancellationToken cancellationToken)
    {
        var contrat = mesure.DernierContrat.Id;
        return db.Bilans.AsNoTracking().FirstOrDefaultAsync(b => b.ContratId == contrat && b.Nature == NatureBilan.Final, cancellationToken);
    }

    public Acteur Acteur => acteur.Acteur;
}
