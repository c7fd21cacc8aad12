using Masp.Application.Commun;
using Masp.Application.Journal;
using Masp.Domain.Acces;
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
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Npgsql;

namespace Masp.Infrastructure.Donnees;

/// <summary>The tables of the trade, schema <c>masp</c>. Pooled: the actor is told each time one is leased.</summary>
public sealed class MaspDbContext(DbContextOptions<MaspDbContext> options) : DbContext(options), IMaspDbContext
{
    private Acteur? _acteur;
    private LocalDate _aujourdhui;
    private Guid? _toldTransaction;
    private Verrou? _verrou;
    private AccesEnCours? _acces;

    public DbSet<Departement> Departements => Set<Departement>();

    public DbSet<Reglement> Reglements => Set<Reglement>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<Commune> Communes => Set<Commune>();

    public DbSet<Titulaire> Titulaires => Set<Titulaire>();

    public DbSet<Intervenant> Intervenants => Set<Intervenant>();

    public DbSet<ServiceReferent> ServicesReferents => Set<ServiceReferent>();

    public DbSet<Beneficiaire> Beneficiaires => Set<Beneficiaire>();

    public DbSet<Demande> Demandes => Set<Demande>();

    public DbSet<Commission> Commissions => Set<Commission>();

    public DbSet<TourDeRole> ToursDeRole => Set<TourDeRole>();

    public DbSet<Inscription> Inscriptions => Set<Inscription>();

    public DbSet<BonDeCommande> BonsDeCommande => Set<BonDeCommande>();

    public DbSet<PreparationDeContrat> Preparations => Set<PreparationDeContrat>();

    public DbSet<ScanDeContrat> ScansDeContrat => Set<ScanDeContrat>();

    public DbSet<Mesure> Mesures => Set<Mesure>();

    public DbSet<PassageDeRelais> PassagesDeRelais => Set<PassageDeRelais>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<InformationSante> InformationsSante => Set<InformationSante>();
    public DbSet<ProjetIntervention> ProjetsIntervention => Set<ProjetIntervention>();

    public DbSet<Bilan> Bilans => Set<Bilan>();

    public DbSet<Avenant> Avenants => Set<Avenant>();

    public DbSet<DemandeDeFin> DemandesDeFin => Set<DemandeDeFin>();

    public DbSet<Rencontre> Rencontres => Set<Rencontre>();

    public DbSet<Echeance> Echeances => Set<Echeance>();

    public DbSet<Bareme> Baremes => Set<Bareme>();

    public DbSet<Facture> Factures => Set<Facture>();

    /// <summary>Null while nobody was told: <see cref="QuiAgitInterceptor"/> then tells PostgreSQL nothing, and its policies show nothing.</summary>
    public Acteur? Acteur => _acteur;

    // The filters below are evaluated per query, with these values as parameters.
    internal string Departement => _acteur?.DepartementCode ?? string.Empty;

    internal bool SeesEveryFile => _acteur is { SeesEveryFile: true } && _acteur.IsValidOn(_aujourdhui);

    internal bool OnlyReads => _acteur?.OnlyReads ?? true;

    internal bool ReadsHealth => _acteur is { } acteur && Droits.May(acteur.Role, Acte.LireSante);

    internal Guid? TitulaireId => _acteur?.TitulaireId;

    /// <summary>Invoices are their manager's to see, not their social workers'.</summary>
    internal Guid? TitulaireDesFactures => _acteur is { Role: Role.ChefTitulaire } chef ? chef.TitulaireId : null;

    internal Guid? ServiceReferentId => _acteur?.ServiceReferentId;

    /// <summary>The call that this unit of work answers; null outside any.</summary>
    internal RequeteCourante? Requete { get; private set; }

    internal Guid? BeneficiaireId => _acteur?.BeneficiaireId;

    internal Guid? UtilisateurId => _acteur?.UtilisateurId;

    internal bool IsChef => _acteur?.Role == Role.ChefTitulaire;

    internal bool IsAdministrateur => _acteur?.Role == Role.Administrateur;

    internal bool IsIntervenant => _acteur?.Role == Role.Intervenant;

    /// <summary>The day on which rights that begin and end on a date are looked at (R26, R61).</summary>
    internal LocalDate Aujourdhui => _aujourdhui;

    /// <param name="acteur">Who acts in this unit of work; null for nobody, who sees nothing.</param>
    /// <param name="aujourdhui">By the injected clock.</param>
    /// <param name="requete">The call that this unit of work answers; null outside any.</param>
    /// <param name="acces">The look that goes along with its first read.</param>
    public MaspDbContext For(Acteur? acteur, LocalDate aujourdhui, RequeteCourante? requete = null, AccesEnCours? acces = null)
    {
        _acteur = acteur;
        _aujourdhui = aujourdhui;
        _verrou = null;
        _acces = acces;
        Requete = requete;
        return this;
    }

    /// <summary>
    /// Whether the next command must say who acts: each one outside a transaction, the first one inside. Asked by id, because the
    /// driver uses its transaction objects again.
    /// </summary>
    internal bool MustTell()
    {
        if (Database.CurrentTransaction is not { } transaction)
            return true;
        var told = _toldTransaction == transaction.TransactionId;
        _toldTransaction = transaction.TransactionId;
        return !told;
    }

    /// <summary>The row to wait for in front of the next command; asked for once.</summary>
    internal Verrou? TakeVerrou()
    {
        var verrou = _verrou;
        _verrou = null;
        return verrou;
    }

    /// <summary>The look to record in front of the next command; a unit of work that changes something is on record by what it writes.</summary>
    internal SqlDAcces? TakeAcces() => Database.CurrentTransaction is null ? _acces?.TakeWithRead() : null;

    public NpgsqlConnection? TransactionConnection => Database.CurrentTransaction is null ? null : (NpgsqlConnection)Database.GetDbConnection();

    public Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken) => Database.BeginTransactionAsync(cancellationToken);

    public async Task<T?> LockAsync<T>(object cle, CancellationToken cancellationToken)
        where T : AggregateRoot
    {
        var type = Model.FindEntityType(typeof(T))!;
        var key = type.FindPrimaryKey()!.Properties[1];
        _verrou = new Verrou($"select 1 from {type.GetSchema()}.{type.GetTableName()} where departement_code = @verrou0 and {key.GetColumnName()} = @verrou1 for update", cle);

        // What is already loaded is not read again: a command of its own then waits.
        if (Set<T>().Local.FindEntryUntyped([Departement, cle]) is not null)
            await Database.SqlQueryRaw<int>("select 1 as \"Value\"").ToListAsync(cancellationToken);
        return await Set<T>().FindAsync([Departement, cle], cancellationToken);
    }

    public Task<List<Guid>> FindHomonymesAsync(string nom, string prenom, LocalDate dateNaissance, CancellationToken cancellationToken) =>
        Database.SqlQueryRaw<Guid>("select h as \"Value\" from masp.homonymes({0}, {1}, {2}) h", nom, prenom, dateNaissance).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<T>> LockManyAsync<T>(IReadOnlyCollection<Guid> cles, CancellationToken cancellationToken)
        where T : AggregateRoot
    {
        var type = Model.FindEntityType(typeof(T))!;
        var key = type.FindPrimaryKey()!.Properties[1];
        var column = key.GetColumnName();
        _verrou = new Verrou(
            $"select 1 from {type.GetSchema()}.{type.GetTableName()} where departement_code = @verrou0 and {column} = any (@verrou1) order by {column} for update", cles.ToArray());
        return await Set<T>().Where(root => cles.Contains(EF.Property<Guid>(root, key.Name))).OrderBy(root => EF.Property<Guid>(root, key.Name)).ToListAsync(cancellationToken);
    }

    public async Task<int> NextNumeroAsync(string serie, CancellationToken cancellationToken)
    {
        var numbers = await Database.SqlQueryRaw<int>(SqlDeSerie.Suivant, Departement, serie).ToListAsync(cancellationToken);
        return numbers[0];
    }

    public async Task<IReadOnlyList<Periode>> ContratsOfAsync(Guid beneficiaireId, CancellationToken cancellationToken)
    {
        var rows = await Database.SqlQueryRaw<JoursDeContrat>("select debut as \"Debut\", fin as \"Fin\" from masp.contrats_de({0})", beneficiaireId).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Periode.Of(r.Debut, r.Fin))];
    }

    public Task<int> ExecuteAsync(FormattableString sql, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(sql, cancellationToken);

    public async Task<RejeuTrouve?> ReserveAsync(string cle, string empreinte, CancellationToken cancellationToken)
    {
        var inserted = await Database.ExecuteSqlRawAsync(SqlDeRejeu.Reserver, [Departement, _acteur!.UtilisateurId, cle, empreinte], cancellationToken);
        if (inserted == 1)
            return null;
        var found = await Database.SqlQueryRaw<RejeuTrouve>(SqlDeRejeu.Relire, Departement, _acteur.UtilisateurId, cle).ToListAsync(cancellationToken);
        return found[0];
    }

    public Task KeepAnswerAsync(string cle, string reponse, CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync(SqlDeRejeu.Garder, [Departement, _acteur!.UtilisateurId, cle, reponse], cancellationToken);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TouchRoots();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("masp");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MaspDbContext).Assembly, type => type.Namespace == typeof(Configurations.Racines).Namespace);
        Visibilite.Apply(modelBuilder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<MoneyEnCentimes>();
        configurationBuilder.Properties<Trimestre>().HaveConversion<TrimestreEnRang>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>A change in a child is a change of its root: its row is written again, so that its version moves.</summary>
    private void TouchRoots()
    {
        ChangeTracker.DetectChanges();
        foreach (var child in ChangeTracker.Entries().Where(e => e.Metadata.IsOwned() && e.State != EntityState.Unchanged).ToList())
        {
            if (RootOf(child) is { State: EntityState.Unchanged } root)
                root.Property(Configurations.Racines.Revision).IsModified = true;
        }

        foreach (var root in ChangeTracker.Entries<AggregateRoot>().Where(e => e.State == EntityState.Modified))
            root.Property<int>(Configurations.Racines.Revision).CurrentValue++;
    }

    private EntityEntry? RootOf(EntityEntry child)
    {
        var ownership = child.Metadata.FindOwnership()!;
        var key = ownership.Properties.Select(p => child.Property(p.Name).CurrentValue ?? child.Property(p.Name).OriginalValue).ToArray();
        return ChangeTracker.Entries<AggregateRoot>().FirstOrDefault(root =>
            root.Metadata == ownership.PrincipalEntityType
            && ownership.PrincipalKey.Properties.Select(p => root.Property(p.Name).CurrentValue).SequenceEqual(key));
    }
}

internal sealed record JoursDeContrat(LocalDate Debut, LocalDate Fin);

/// <summary>A row that the next command waits for; the command behind it sees what the one before left.</summary>
/// <param name="Sql">With <c>@verrou0</c>, the Departement, and <c>@verrou1</c>, the rest of the key.</param>
internal sealed record Verrou(string Sql, object Cle);
