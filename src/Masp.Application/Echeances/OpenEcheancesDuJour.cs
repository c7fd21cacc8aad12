using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Echeances;

/// <summary>
/// What a calendar day starts (R18, R31, R47, R48): windows that have begun, months, quarters and years that are over. Asked part after part; asked again, it
/// opens nothing twice, so a day that was missed is caught up by the next one.
/// </summary>
/// <param name="Apres">The last Mesure of the part before; null for the first part, which opens what Titulaires owe over all their files too.</param>
public sealed record OpenEcheancesDuJour(Guid? Apres) : ICommand<PassageDuJourDto>;

/// <param name="Ouvertes">How many were opened.</param>
/// <param name="Apres">Where to go on; null at the end.</param>
public sealed record PassageDuJourDto(int Ouvertes, Guid? Apres);

internal sealed class OpenEcheancesDuJourHandler(IMaspDbContext db, TenueDesEcheances echeances, Horloge horloge) : IRequestHandler<OpenEcheancesDuJour, Result<PassageDuJourDto>>
{
    private const int Part = 100;

    public async Task<Result<PassageDuJourDto>> Handle(OpenEcheancesDuJour request, CancellationToken cancellationToken)
    {
        var today = horloge.Aujourdhui;
        if (request.Apres is null)
        {
            foreach (var evenement in await BodiesAsync(today, cancellationToken))
                _ = await echeances.RecordAsync(evenement, cancellationToken);
        }

        var ids = await WaitingAsync(request.Apres ?? Guid.Empty, today, cancellationToken);
        var mesures = await db.LockManyAsync<Mesure>(ids, cancellationToken);
        await echeances.RecordManyAsync([.. mesures.Select(m => new JourVenu(m))], cancellationToken);
        var opened = db.Echeances.Local.Count(e => e.CreeLe == today && e.Version == 0);
        await db.SaveChangesAsync(cancellationToken);
        return new PassageDuJourDto(opened, ids.Count < Part ? null : ids[^1]);
    }

    /// <summary>Mesures without a window over today, or without the month that is over: a few more than will open something.</summary>
    private Task<List<Guid>> WaitingAsync(Guid apres, LocalDate today, CancellationToken cancellationToken)
    {
        var finDeMois = new LocalDate(today.Year, today.Month, 1).PlusDays(-1);
        var debutDeMois = new LocalDate(finDeMois.Year, finDeMois.Month, 1);
        return db.Mesures
            .Where(m => m.Id.CompareTo(apres) > 0 && m.Debut <= today && !(m.FinReelle < debutDeMois))
            .Where(m => (m.Etat == EtatMesure.EnCours && !db.Echeances.Any(e => e.MesureId == m.Id && e.Nature == NatureEcheance.Rencontres && e.DateBrute >= today))
                || ((m.AvecGestion || m.Contrats.Any(c => c.AvecGestion) || m.Changements.Any(c => c.AvecGestion)) && m.Debut <= finDeMois
                    && !db.Echeances.Any(e => e.MesureId == m.Id && e.Nature == NatureEcheance.Releve && e.EvenementLe == finDeMois)))
            .OrderBy(m => m.Id).Take(Part).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The quarter and the year before today, for whoever held a Convention on their last day.</summary>
    private async Task<List<Evenement>> BodiesAsync(LocalDate today, CancellationToken cancellationToken)
    {
        var (trimestre, annee) = (Trimestre.Of(today).Previous(), today.Year - 1);
        var finDAnnee = new LocalDate(annee, 12, 31);
        var titulaires = await db.Titulaires.AsNoTracking().ToListAsync(cancellationToken);
        List<Evenement> evenements =
        [
            .. from titulaire in titulaires
               from lot in titulaire.Conventions.Where(c => c.Periode.Contains(trimestre.Fin)).Select(c => c.LotCode).Distinct()
               select new TrimestreEcoule(titulaire.Id, lot, trimestre),
            .. titulaires.Where(t => t.Conventions.Any(c => c.Periode.Contains(finDAnnee))).Select(t => new AnneeEcoulee(t.Id, annee)),
        ];
        if (titulaires.Any(t => t.Conventions.Any(c => c.Periode.Contains(finDAnnee))))
            evenements.Add(new AnneeEcoulee(null, annee));
        return evenements;
    }
}
