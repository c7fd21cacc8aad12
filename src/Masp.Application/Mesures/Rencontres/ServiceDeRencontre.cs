using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Application.Territoires;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>What every act on a Rencontre needs around it: the Mesure held still, the workers that may be named, and the answer read again.</summary>
internal sealed class ServiceDeRencontre(IMaspDbContext db, TenueDesEcheances echeances, ActeurCourant acteur, Horloge horloge, LectureDirecte lecture, Portee portee)
{
    public static Error SansIntervenant =>
        Error.Invalid("rencontre.intervenant-obligatoire", "Dites qui : personne n'est en charge de la mesure ce jour-là.", "intervenantId");

    /// <summary>Holds the Mesure, so that its days and its Titulaire do not move meanwhile.</summary>
    /// <returns>Refused with <c>mesure.introuvable</c> or <c>mesure.cedee</c>.</returns>
    public async Task<Result<VieDeMesure>> HoldAsync(Guid mesureId, CancellationToken cancellationToken)
    {
        if (await db.LockAsync<Mesure>(mesureId, cancellationToken) is not { } mesure)
            return GetMesureHandler.Introuvable;
        return LectureCedee.RefuseWriting(acteur.Acteur, mesure, horloge.Aujourdhui) is { } ceded ? ceded : VieDeMesure.Of(mesure);
    }

    /// <summary>The facts with who held it, and the workers to check them against.</summary>
    /// <returns>Refused with <c>rencontre.intervenant-obligatoire</c>, or as <see cref="ReglesDeRencontre.Check"/>.</returns>
    public async Task<Result<(FaitsDeRencontre Faits, IReadOnlyDictionary<Guid, Intervenant> Equipe)>> CompleteAsync(
        FaitsSaisis saisis, VieDeMesure vie, CancellationToken cancellationToken)
    {
        if (ReglesDeRencontre.CheckFacts(saisis.With(Guid.Empty), vie, horloge.Aujourdhui) is { } refusal)
            return refusal;
        if (acteur.Acteur.TitulaireId is { } titulaire && vie.TitulaireOn(saisis.Date) != titulaire)
            return ReglesDeRencontre.AutreTitulaire;
        var enCharge = vie.IntervenantOn(saisis.Date);
        if ((saisis.IntervenantId ?? await OwnAsync(cancellationToken) ?? enCharge) is not { } named)
            return SansIntervenant;
        var ids = new[] { named, enCharge ?? named };
        var equipe = await db.Intervenants.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        return (saisis.With(named), equipe);
    }

    /// <summary>Changes one that is there: holds its Mesure and it, compares versions, lets the domain answer, saves, reads again.</summary>
    public async Task<Result<RencontreDto>> ChangeAsync(
        Guid mesureId, Guid id, uint version, Func<Rencontre, VieDeMesure, Task<Result<Done>>> act, CancellationToken cancellationToken)
    {
        var vie = await HoldAsync(mesureId, cancellationToken);
        if (!vie.IsSuccess)
            return vie.Error;
        if (await db.LockAsync<Rencontre>(id, cancellationToken) is not { } rencontre || rencontre.MesureId != mesureId)
            return LectureRencontre.Introuvable;
        if (Refus.CheckVersion(rencontre.Version, version) is { } stale)
            return stale;
        var done = await act(rencontre, vie.Value);
        return done.IsSuccess ? await SaveAsync(rencontre, cancellationToken) : done.Error;
    }

    public async Task<Result<RencontreDto>> SaveAsync(Rencontre rencontre, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var met = await MeetEcheanceAsync(rencontre, cancellationToken);
        return met.IsSuccess ? await ReadAsync(rencontre.Id, cancellationToken) : met.Error;
    }

    /// <summary>The meeting that reaches the minimum of its window meets its deadline (R18, R46).</summary>
    private async Task<Result<Done>> MeetEcheanceAsync(Rencontre rencontre, CancellationToken cancellationToken)
    {
        if (rencontre.Etat != EtatRencontre.Tenue)
            return Done.Value;
        var mesure = db.Mesures.Local.First(m => m.Id == rencontre.MesureId);
        var reglements = await db.ReglementsAsync(cancellationToken);
        var faites = await db.Rencontres.AsNoTracking().Where(r => r.MesureId == mesure.Id && r.Etat == EtatRencontre.Tenue)
            .Select(r => new { r.Date, r.Lieu }).ToListAsync(cancellationToken);
        var comptees = faites.Where(r => FrequenceDesRencontres.Counts(EtatRencontre.Tenue, r.Lieu, reglements.On(r.Date))).Select(r => r.Date).ToList();
        if (FrequenceDesRencontres.ReachedOn(VieDeMesure.Of(mesure), comptees, reglements.On, rencontre.Date) is not { } jour)
            return Done.Value;
        var told = await echeances.RecordAsync(new RencontresAtteintes(mesure, jour), cancellationToken);
        if (told.IsSuccess)
            await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    /// <summary>As it is now, also inside a unit of work.</summary>
    /// <returns>Refused with <c>rencontre.introuvable</c>.</returns>
    public async Task<Result<RencontreDto>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var reglements = await db.ReglementsAsync(cancellationToken);
        var command = new SqlDeRencontre(lecture.Departement, portee).Where("r.id = ?", LectureDirecte.Value(id)).Page(inverse: false, 1);
        await foreach (var rencontre in lecture.StreamAsync(reader => SqlDeRencontre.Row(reader, reglements), command, db.TransactionConnection, cancellationToken))
            return rencontre;
        return LectureRencontre.Introuvable;
    }

    public Correction Because(string motif) => new(horloge.Aujourdhui, acteur.Acteur.UtilisateurId, motif.Trim());

    private async Task<Guid?> OwnAsync(CancellationToken cancellationToken) => acteur.Acteur.Role == Role.Intervenant
        ? await db.Intervenants.Where(i => i.UtilisateurId == acteur.Acteur.UtilisateurId && i.TitulaireId == acteur.Acteur.TitulaireId).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken)
        : null;
}
