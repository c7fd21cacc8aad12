using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Application.Titulaires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures;

/// <summary>What a PassageDeRelais would do, or does: the same answer, saved or not (R24).</summary>
/// <param name="Restent">Measures that end at their Titulaire, each with why.</param>
internal sealed record RelaisCalcule(PassageDeRelais Relais, IReadOnlyList<(Mesure Mesure, Error Raison)> Restent);

/// <summary>Hands measures over, one or hundreds, in one unit of work: all those that can pass, or none when a rule refuses one.</summary>
internal sealed class ServiceDeRelais(IMaspDbContext db, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
{
    private readonly LocalDate _today = horloge.Aujourdhui;

    /// <param name="demande">What is asked for; of several measures those without a month to pass stay where they are.</param>
    /// <param name="mesures">Held, of one Titulaire and Lot.</param>
    /// <param name="cancellationToken">Undoes everything.</param>
    /// <returns>Refused with what <see cref="Mesure.HandOver"/> says of one of them, <c>titulaire.inconnu</c> or <c>relais.rien-a-passer</c>.</returns>
    public async Task<Result<RelaisCalcule>> HandOverAsync(DemandeDeRelais demande, IReadOnlyList<Mesure> mesures, CancellationToken cancellationToken)
    {
        if (await db.Titulaires.AsNoTracking().FirstOrDefaultAsync(t => t.Id == demande.RepreneurId, cancellationToken) is not { } repreneur)
            return Error.Invalid("titulaire.inconnu", "Ce titulaire n'est pas connu.", "repreneurId");
        var reglements = await db.ReglementsAsync(cancellationToken);
        var workers = await db.Intervenants.AsNoTracking().Where(i => i.TitulaireId == demande.CedantId).ToDictionaryAsync(i => i.Id, LectureIntervenant.NomOf, cancellationToken);
        var lignes = new List<MesureRelayee>();
        var restent = new List<(Mesure, Error)>();
        foreach (var mesure in mesures)
        {
            var ancien = mesure.IntervenantOn(demande.Date) ?? mesure.IntervenantOn(_today);
            var handed = mesure.HandOver(repreneur, demande.Date, debut => reglements.On(debut).ModeMoisMesure, _today);
            if (handed.IsSuccess)
                lignes.Add(new MesureRelayee(mesure, handed.Value, ancien is { } id ? workers.GetValueOrDefault(id) : null));
            else if (handed.Error.Code == "relais.apres-terme" && demande.Etendue != EtendueRelais.Mesure)
                restent.Add((mesure, handed.Error));
            else
                return handed.Error;
        }

        if (lignes.Count == 0)
            return Error.Conflict("relais.rien-a-passer", "Aucune mesure en cours n'est à passer à cette date.");
        var prevu = new RelaisPrevu(
            identifiants.Next(), acteur.Acteur.DepartementCode, demande.Etendue, demande.CedantId, demande.RepreneurId, demande.Lot, demande.Date, _today, demande.Motif);
        return new RelaisCalcule(new PassageDeRelais(prevu, lignes), restent);
    }

    /// <summary>The same, written.</summary>
    public async Task<Result<RelaisDto>> SaveAsync(DemandeDeRelais demande, IReadOnlyList<Mesure> mesures, CancellationToken cancellationToken)
    {
        var calcule = await HandOverAsync(demande, mesures, cancellationToken);
        if (!calcule.IsSuccess)
            return calcule.Error;
        db.PassagesDeRelais.Add(calcule.Value.Relais);
        await db.SaveChangesAsync(cancellationToken);
        return await calcule.Value.Relais.ToDtoAsync(db, cancellationToken);
    }

    /// <summary>The running measures that a caseload or a whole Lot holds today, each held in the order of the ids, so that two relais never wait in a ring.</summary>
    /// <param name="cedantId">Who serves them.</param>
    /// <param name="lot">Code.</param>
    /// <param name="intervenantId">One worker's only; null for all.</param>
    /// <param name="hold">False for a preview, which holds nobody up.</param>
    /// <param name="cancellationToken">Lets go.</param>
    public async Task<IReadOnlyList<Mesure>> MesuresOfAsync(Guid cedantId, string lot, Guid? intervenantId, bool hold, CancellationToken cancellationToken)
    {
        var rows = db.Mesures.Where(m => m.LotCode == lot && m.Etat == EtatMesure.EnCours && m.TitulaireId == cedantId);
        if (intervenantId is { } worker)
            rows = rows.Where(m => m.IntervenantId == worker);
        if (!hold)
            return await rows.AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellationToken);
        var ids = await rows.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
        return await db.LockManyAsync<Mesure>(ids, cancellationToken);
    }
}

/// <summary>A relais as it is asked for, whatever it takes.</summary>
internal sealed record DemandeDeRelais(EtendueRelais Etendue, Guid CedantId, string Lot, Guid RepreneurId, LocalDate Date, string Motif)
{
    public static DemandeDeRelais Of(Guid cedantId, string lot, Guid repreneurId, LocalDate date, string motif, Guid? intervenantId) =>
        new(intervenantId is null ? EtendueRelais.Lot : EtendueRelais.Intervenant, cedantId, lot, repreneurId, date, motif.Trim());
}
