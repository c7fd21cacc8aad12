using NodaTime;
using Npgsql;

namespace Masp.Local.Etapes;

/// <summary>
/// The making of the application's database. On our own server a new one is made under another name and takes its own when it is whole, so
/// a start killed half-way leaves nothing behind but work to begin again.
/// </summary>
internal sealed class Chantier
{
    private readonly Serveur _serveur;
    private readonly string _nom;
    private readonly bool _isNew;

    private Chantier(Serveur serveur, string nom, bool isNew, Etat etat)
    {
        _serveur = serveur;
        _nom = nom;
        _isNew = isNew;
        Etat = etat;
    }

    public Etat Etat { get; private set; }

    /// <summary>True when the database is new and nobody asked for an empty one.</summary>
    public bool AwaitsDemonstration(LocalOptions options) => _isNew && !options.SansDemo;

    public static Task<Chantier> OpenAsync(Serveur serveur, CancellationToken cancellationToken) =>
        serveur.IsOurs ? OpenOursAsync(serveur, cancellationToken) : OpenGivenAsync(serveur, cancellationToken);

    public Task<Acces> PrepareAsync(CancellationToken cancellationToken) => Schema.PrepareAsync(_serveur.Administration(_nom), cancellationToken);

    public async Task FillAsync(Func<Task> load, CancellationToken cancellationToken)
    {
        await SaveAsync(Etat with { EnCours = true }, cancellationToken);
        await load();
        await SaveAsync(Etat with { EnCours = false, Demonstration = true }, cancellationToken);
    }

    /// <summary>Records the day of the clock and gives a new database its name.</summary>
    /// <returns>The ways into the database under its own name.</returns>
    public async Task<Acces> CloseAsync(Acces acces, LocalDate? date, CancellationToken cancellationToken)
    {
        await SaveAsync(Etat with { Date = Etat.Write(date) }, cancellationToken);
        if (!_serveur.IsOurs || !_isNew)
            return acces;
        NpgsqlConnection.ClearAllPools();
        var administration = _serveur.Administration("postgres");
        await Sql.RunAsync(administration, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = {Sql.Text(_nom)}", cancellationToken);
        await Sql.RunAsync(administration, $"alter database {Sql.Name(_nom)} rename to {Sql.Name(_serveur.Base)}", cancellationToken);
        return acces.Renamed(_serveur.Base);
    }

    private static async Task<Chantier> OpenOursAsync(Serveur serveur, CancellationToken cancellationToken)
    {
        var administration = serveur.Administration("postgres");
        if (await Sql.RunAsync(administration, $"select 1 from pg_database where datname = {Sql.Text(serveur.Base)}", cancellationToken) is not null)
        {
            var etat = await Etat.ReadAsync(serveur.Administration(serveur.Base), cancellationToken);
            return new Chantier(serveur, serveur.Base, isNew: false, etat ?? Etat.Vide);
        }

        var draft = serveur.Base + "_chantier";
        await Sql.RunAsync(administration, $"drop database if exists {Sql.Name(draft)} with (force)", cancellationToken);
        await Sql.RunAsync(administration, $"create database {Sql.Name(draft)}", cancellationToken);
        return new Chantier(serveur, draft, isNew: true, Etat.Vide);
    }

    private static async Task<Chantier> OpenGivenAsync(Serveur serveur, CancellationToken cancellationToken)
    {
        var connection = serveur.Administration(serveur.Base);
        var etat = await Etat.ReadAsync(connection, cancellationToken);
        if (etat is { EnCours: true })
            throw new LocalFailure($"Le chargement de la démonstration dans la base {serveur.Base} a été interrompu : videz cette base, puis relancez.");
        if (etat is not null)
            return new Chantier(serveur, serveur.Base, isNew: false, etat);

        // A base that already has tables is somebody's: it is migrated, never filled with a demonstration.
        var isEmpty = await Sql.RunAsync(
            connection, "select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' limit 1",
            cancellationToken) is null;
        return new Chantier(serveur, serveur.Base, isEmpty, Etat.Vide);
    }

    private Task SaveAsync(Etat etat, CancellationToken cancellationToken)
    {
        Etat = etat;
        return etat.SaveAsync(_serveur.Administration(_nom), cancellationToken);
    }
}
