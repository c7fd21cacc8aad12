using Masp.Application.Commun;
using Masp.Application.Echeances;
using Masp.Application.Territoires;
using Masp.Domain.Acces;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Territoires;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>A choice made by hand, for a reason (R11).</summary>
internal sealed record ChoixManuel(Guid TitulaireId, CategorieChoix Categorie, string Motif);

/// <summary>
/// Gives an accepted Demande to a Titulaire, in turn. The register of its Lot is locked first and held to the end of the unit of
/// work: it is the only serial point, and other Lots are never touched.
/// </summary>
internal sealed class ServiceDeLot(IMaspDbContext db, ActeurCourant acteurCourant, Horloge horloge, Identifiants identifiants, TenueDesEcheances echeances)
{
    private readonly Acteur _acteur = acteurCourant.Acteur;
    private Reglements? _reglements;

    /// <returns>The locked register with its Conventions seated, and the lines that seating wrote.</returns>
    public async Task<Result<TourDeRole>> LockAsync(string lotCode, CancellationToken cancellationToken)
    {
        // Read before the lock, which is held for as few round trips as can be; a Convention opened meanwhile is seated by the next turn.
        var sieges = await SiegesAsync(lotCode, cancellationToken);
        _reglements ??= await db.ReglementsAsync(cancellationToken);
        var tour = await db.LockAsync<TourDeRole>(lotCode, cancellationToken);
        if (tour is null)
            return Error.Conflict("attribution.aucun-titulaire", "Aucun tour de rôle n'est ouvert sur ce lot.");
        foreach (var mouvement in tour.Seat(sieges, horloge.Aujourdhui))
            db.Inscriptions.Add(Write(lotCode, mouvement));
        return tour;
    }

    /// <summary>Serves the Demande, in a Lot that <see cref="LockAsync"/> holds; nothing is saved yet.</summary>
    public Result<AttributionDto> Serve(TourDeRole tour, Demande demande, ChoixManuel? choix)
    {
        var decision = demande.Decision;
        var allowed = demande.Allocate();
        if (!allowed.IsSuccess)
            return allowed.Error;
        var served = choix is null
            ? tour.Allocate(horloge.Aujourdhui)
            : tour.AllocateTo(choix.TitulaireId, choix.Categorie, horloge.Aujourdhui);
        if (!served.IsSuccess)
            return served.Error;
        var mouvement = served.Value;
        var numero = mouvement.Numero!.Value;
        var bon = new BonDeCommande(new EmissionBon(
            identifiants.Next(), _acteur.DepartementCode, Numeros.BonDeCommande(_acteur.DepartementCode, tour.LotCode, numero), numero, tour.LotCode,
            mouvement.TitulaireId, mouvement.ConventionId, demande.Id, demande.BeneficiaireId, demande.ServiceReferentId, demande.CommuneInsee,
            decision!.AvecGestion!.Value, decision.DureeMois!.Value, horloge.Aujourdhui, mouvement.Explication));
        db.BonsDeCommande.Add(bon);
        echeances.Begin(new BonEmis(bon), _reglements!);
        db.Inscriptions.Add(Write(tour.LotCode, mouvement).About(bon.Id, choix?.Motif));
        return new AttributionDto(
            new BonEmisDto(bon.Id, bon.Numero),
            demande.Id,
            demande.Numero,
            tour.LotCode,
            numero,
            new TitulaireRefDto(mouvement.TitulaireId, tour.Places.First(p => p.ConventionId == mouvement.ConventionId).TitulaireNom),
            mouvement.Nature,
            mouvement.CompteAvant,
            mouvement.CompteApres,
            mouvement.Explication);
    }

    public async Task GiveBackAsync(BonDeCommande bon, RaisonRestitution raison, CancellationToken cancellationToken)
    {
        var tour = await db.LockAsync<TourDeRole>(bon.LotCode, cancellationToken)
            ?? throw new InvalidOperationException($"The Lot {bon.LotCode} served an order and has no register.");
        db.Inscriptions.Add(Write(bon.LotCode, tour.GiveBack(bon.ConventionId, bon.NumeroTour, raison)).About(bon.Id));
    }

    /// <summary>The Conventions of a Lot that are in force today.</summary>
    public async Task<IReadOnlyCollection<Siege>> SiegesAsync(string lotCode, CancellationToken cancellationToken)
    {
        LocalDate today = horloge.Aujourdhui;
        var titulaires = await db.Titulaires.AsNoTracking().Where(t => t.Conventions.Any(c => c.LotCode == lotCode)).ToListAsync(cancellationToken);
        return
        [
            .. from titulaire in titulaires
               let convention = titulaire.ConventionOn(lotCode, today)
               where convention is not null
               select new Siege(convention.Id, titulaire.Id, titulaire.Nom, convention.Rang, convention.Periode),
        ];
    }

    private Inscription Write(string lotCode, Mouvement mouvement) =>
        new(identifiants.Next(), _acteur.DepartementCode, lotCode, mouvement, horloge.Aujourdhui, _acteur.UtilisateurId);
}
