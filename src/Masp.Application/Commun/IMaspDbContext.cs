using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using Masp.Domain.Demandes;
using Masp.Domain.Echeances;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Mesures.Rencontres;
using Masp.Domain.Mesures.Avenants;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Fins;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Territoires;
using Masp.Domain.Titulaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Npgsql;

namespace Masp.Application.Commun;

/// <summary>The unit of work on PostgreSQL. Only aggregate roots have a set, and a root loads whole.</summary>
public interface IMaspDbContext
{
    DbSet<Departement> Departements { get; }

    DbSet<Reglement> Reglements { get; }

    DbSet<Lot> Lots { get; }

    DbSet<Commune> Communes { get; }

    DbSet<Titulaire> Titulaires { get; }

    DbSet<Intervenant> Intervenants { get; }

    DbSet<ServiceReferent> ServicesReferents { get; }

    DbSet<Beneficiaire> Beneficiaires { get; }

    DbSet<Demande> Demandes { get; }

    DbSet<Commission> Commissions { get; }

    DbSet<TourDeRole> ToursDeRole { get; }

    DbSet<Inscription> Inscriptions { get; }

    DbSet<BonDeCommande> BonsDeCommande { get; }

    DbSet<PreparationDeContrat> Preparations { get; }

    DbSet<ScanDeContrat> ScansDeContrat { get; }

    DbSet<Mesure> Mesures { get; }

    DbSet<PassageDeRelais> PassagesDeRelais { get; }

    DbSet<Note> Notes { get; }

    DbSet<InformationSante> InformationsSante { get; }
    DbSet<ProjetIntervention> ProjetsIntervention { get; }

    DbSet<Bilan> Bilans { get; }

    DbSet<Avenant> Avenants { get; }

    DbSet<DemandeDeFin> DemandesDeFin { get; }

    DbSet<Rencontre> Rencontres { get; }

    DbSet<Echeance> Echeances { get; }

    DbSet<Bareme> Baremes { get; }

    DbSet<Facture> Factures { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>The connection of the transaction under way; null outside one.</summary>
    NpgsqlConnection? TransactionConnection { get; }

    Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Waits for whoever is changing this row, then loads its aggregate as it is now. Two writers of one aggregate follow each
    /// other, so the second is answered by the rules and not by a lost update.
    /// </summary>
    /// <param name="cle">The key after the Departement: an id, a Lot code.</param>
    /// <returns>Null when it is not there, or not the caller's to see.</returns>
    Task<T?> LockAsync<T>(object cle, CancellationToken cancellationToken)
        where T : AggregateRoot;

    /// <summary>
    /// The people of the Departement who bear this name and birth date, however written. Waits for whoever is filing or settling the same
    /// identity, until the end of the unit of work: of two filings at once, the second finds what the first made.
    /// </summary>
    /// <remarks>Not the caller's to be told: it finds people whom the caller may not see.</remarks>
    Task<List<Guid>> FindHomonymesAsync(string nom, string prenom, LocalDate dateNaissance, CancellationToken cancellationToken);

    /// <summary>The same for many at once, held in the order of their ids, so that two callers never wait for each other in a ring.</summary>
    /// <returns>Those that are there and the caller's to see, by id.</returns>
    Task<IReadOnlyList<T>> LockManyAsync<T>(IReadOnlyCollection<Guid> cles, CancellationToken cancellationToken)
        where T : AggregateRoot;

    /// <summary>Next number of a gap-free series of the Departement: kept only if the unit of work is.</summary>
    /// <returns>1 or more.</returns>
    Task<int> NextNumeroAsync(string serie, CancellationToken cancellationToken);

    /// <summary>
    /// The days of every contract a person has had with the Departement, also of those the caller may not see: to be counted, never shown (R3).
    /// </summary>
    /// <returns>To the real end, or to the term of one that runs; in no promised order.</returns>
    Task<IReadOnlyList<Periode>> ContratsOfAsync(Guid beneficiaireId, CancellationToken cancellationToken);

    /// <summary>A write by hand, to a table that no aggregate is made of; told who acts, like every other.</summary>
    /// <returns>Rows written.</returns>
    Task<int> ExecuteAsync(FormattableString sql, CancellationToken cancellationToken);

    /// <summary>Remembers an answered <c>Idempotency-Key</c>, or finds the answer given before.</summary>
    Task<RejeuTrouve?> ReserveAsync(string cle, string empreinte, CancellationToken cancellationToken);

    Task KeepAnswerAsync(string cle, string reponse, CancellationToken cancellationToken);
}

/// <summary>What an <c>Idempotency-Key</c> was used for.</summary>
/// <param name="Empreinte">Fingerprint of the request it came with.</param>
/// <param name="Reponse">The value answered, as JSON.</param>
public sealed record RejeuTrouve(string Empreinte, string Reponse);
