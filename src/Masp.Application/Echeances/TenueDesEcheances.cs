using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Echeances;

/// <summary>
/// How an act touches deadlines, in one line, before it saves, in its own unit of work:
/// <code>
/// var told = await echeances.RecordAsync(new BilanEtapeEnvoye(mesure, date, motif), cancellationToken);
/// if (!told.IsSuccess)
///     return told.Error;
/// await db.SaveChangesAsync(cancellationToken);
/// </code>
/// Each <see cref="Evenement"/> says what it opens, meets, moves and ends; a new one is a record in Domain/Echeances/Evenement.cs. The file is
/// held by the act already (its BonDeCommande or its Mesure is locked), so two events of one file follow each other.
/// </summary>
internal sealed class TenueDesEcheances(IMaspDbContext db, ActeurCourant acteurCourant, Horloge horloge, Identifiants identifiants)
{
    private Reglements? _reglements;

    /// <summary>Records events of one file, in the order they happened; nothing is saved yet.</summary>
    /// <returns>Refused with <c>echeance.motif-manquant</c>: one of them meets a deadline late, and its clause asks why (R13).</returns>
    public async Task<Result<Done>> RecordAsync(IReadOnlyList<Evenement> evenements, CancellationToken cancellationToken)
    {
        var sujet = evenements[0].Sujet;
        await db.Echeances.Where(e => sujet.BonDeCommandeId == null
            ? e.BonDeCommandeId == null && e.TitulaireId == sujet.TitulaireId && e.LotCode == sujet.LotCode
            : e.BonDeCommandeId == sujet.BonDeCommandeId).LoadAsync(cancellationToken);

        // What the same unit of work opened a moment ago is not in the table yet.
        var known = db.Echeances.Local.Where(e => sujet.BonDeCommandeId is null
            ? e.BonDeCommandeId is null && e.TitulaireId == sujet.TitulaireId && e.LotCode == sujet.LotCode
            : e.BonDeCommandeId == sujet.BonDeCommandeId);
        var echeancier = New(await ReglementsAsync(cancellationToken), known);
        foreach (var evenement in evenements)
        {
            var told = echeancier.Record(evenement);
            if (!told.IsSuccess)
                return told;
        }

        db.Echeances.AddRange(echeancier.Nouvelles);
        return Done.Value;
    }

    public Task<Result<Done>> RecordAsync(Evenement evenement, CancellationToken cancellationToken) => RecordAsync([evenement], cancellationToken);

    /// <summary>One event each of many files, read at once; none of them may be refused.</summary>
    public async Task RecordManyAsync(IReadOnlyList<Evenement> evenements, CancellationToken cancellationToken)
    {
        var bons = evenements.Select(e => e.Sujet.BonDeCommandeId).ToList();
        var known = (await db.Echeances.Where(e => bons.Contains(e.BonDeCommandeId)).ToListAsync(cancellationToken)).ToLookup(e => e.BonDeCommandeId);
        var reglements = await ReglementsAsync(cancellationToken);
        foreach (var evenement in evenements)
        {
            var echeancier = New(reglements, known[evenement.Sujet.BonDeCommandeId]);
            _ = echeancier.Record(evenement).Value;
            db.Echeances.AddRange(echeancier.Nouvelles);
        }
    }

    /// <summary>The first event of a file that has no deadline yet: nothing is read.</summary>
    public void Begin(Evenement evenement, Reglements reglements)
    {
        var echeancier = New(reglements, []);
        _ = echeancier.Record(evenement).Value;
        db.Echeances.AddRange(echeancier.Nouvelles);
    }

    private async Task<Reglements> ReglementsAsync(CancellationToken cancellationToken) => _reglements ??= await db.ReglementsAsync(cancellationToken);

    private Echeancier New(Reglements reglements, IEnumerable<Echeance> known) => new(
        acteurCourant.Acteur.DepartementCode, acteurCourant.Acteur.UtilisateurId, reglements, identifiants.Next, horloge.Aujourdhui, known);
}
