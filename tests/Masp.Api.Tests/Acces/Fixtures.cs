using Masp.Api.Acces;
using Masp.Api.Commun;
using Masp.Api.Tests.Socle;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Testing.Postgres;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;
using Serilog;
using Serilog.Core;

namespace Masp.Api.Tests.Acces;

/// <summary>One file, by the ids under which each operation meets it.</summary>
/// <param name="Cas">How it stands to the callers: own, another Lot, handed over…</param>
public sealed record Dossier(string Cas, Guid Mesure, Guid Bon, Guid Demande, Guid Personne, Guid Titulaire, string Lot, Guid? Facture);

/// <summary>An operation of the contract, as a caller reaches it.</summary>
public sealed record Operation(string Id, string Method, string Pattern, Acte Acte);

/// <summary>
/// Class fixture: the demonstration, lived by the domain's own code; the files that the matrix is about, put in the state it needs; a second
/// Departement; and everybody who calls.
/// </summary>
public sealed class Fixtures(PostgresDeTest postgres) : IAsyncLifetime
{
    public const string AutreDepartement = "99";

    /// <summary>What is asked is who may, thousands of times an hour.</summary>
    private const string SansLimite =
        $"""
        insert into masp.quotas select d, r, n, 1000000000
        from unnest(array['34', '{AutreDepartement}']) d, unnest(array['dossiers', 'recherches', 'exports']) n,
          (select distinct role as r from acces.utilisateurs union select unnest(array['Evaluateur', 'Integrateur', 'Exports'])) roles
        """;

    private readonly DemonstrationDeTest _demonstration = new(postgres);
    private readonly Dictionary<string, Personnage> _personnages = [];
    private WebApplication? _application;
    private HttpClient? _http;

    public static LocalDate Jour => DemonstrationDeTest.Jour;

    public SqlDeTest Sql => new(_demonstration.Base);

    public BaseClonee Base => _demonstration.Base;

    public IReadOnlyCollection<Personnage> Personnages => _personnages.Values;

    public IReadOnlyList<Dossier> Dossiers { get; private set; } = [];

    internal Faits Faits { get; private set; } = null!;

    public IReadOnlyList<Operation> Operations =>
    [
        .. from route in _application!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let acte = route.Metadata.GetMetadata<ActeDeRoute>()
           where acte is not null
           from method in route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
           orderby route.RoutePattern.RawText, method
           select new Operation(route.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName, method, route.RoutePattern.RawText!.TrimEnd('/'), acte.Acte),
    ];

    public Guid Commission { get; private set; }

    /// <summary>One worker of each Titulaire of the files.</summary>
    public Dictionary<Guid, Guid> Intervenants { get; } = [];

    /// <summary>For each Titulaire of the files, a hand-over that it takes from a third one.</summary>
    public Dictionary<Guid, Guid> Relais { get; } = [];

    /// <summary>For each Mesure of the files, a Rencontre of its first day.</summary>
    public Dictionary<Guid, Guid> Rencontres { get; } = [];

    /// <summary>For each Mesure of the files, what was written in its life on its first day and waits for nobody any more.</summary>
    public Dictionary<Guid, (Guid Bilan, Guid Avenant, Guid Fin)> Suites { get; } = [];

    /// <summary>For each Mesure of the files, a deadline of it that is open and late.</summary>
    public Dictionary<Guid, Guid> Echeances { get; } = [];

    public async Task<Reponse> CallAsync(Personnage? who, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = Appelant.Content(body) };
        if (who is not null)
            request.Headers.Add(Personnage.Header, who.Nom);
        if (method != HttpMethod.Get)
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await _http!.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reponse(answer.StatusCode, text, answer.Headers.ETag?.ToString(), answer.Content.Headers.ContentType?.ToString());
    }

    public async ValueTask InitializeAsync()
    {
        await _demonstration.InitializeAsync();
        var monde = new MondeDesDroits(Sql, Jour);
        Dossiers = await monde.BuildAsync();
        Commission = await Sql.ReadAsync<Guid>("select commission_id from masp.avis order by date limit 1");
        await MeetTeamsAsync();
        await MeetPeopleAsync();
        foreach (var dossier in Dossiers)
            Suites[dossier.Mesure] = await WriteSuitesAsync(dossier.Mesure);
        foreach (var mesure in Dossiers.Select(d => d.Mesure).Distinct())
        {
            Echeances[mesure] = await Sql.ReadAsync<Guid>(
                $"""
                insert into masp.echeances (departement_code, id, bon_de_commande_id, mesure_id, lot_code, nature, occurrence, responsable, evenement, evenement_le, date_brute, limite, explication, etat, cree_le, revision)
                select departement_code, gen_random_uuid(), bon_de_commande_id, id, lot_code, 'BilanFinal', 'essai', 'Intervenant', 'Essai', '2026-01-05', '2026-03-02', '2026-03-02', 'Essai', 'Ouverte', '2026-01-05', 0
                from masp.mesures where id = '{mesure}' and departement_code = '34' returning id
                """);
        }

        foreach (var personnage in monde.Personnages())
            _personnages.Add(personnage.Nom, personnage);
        await OpenOtherAsync();
        await Sql.WriteAsync(SansLimite);
        await using (var session = new NpgsqlConnection(Base.Administration))
        {
            await session.OpenAsync(TestContext.Current.CancellationToken);
            Faits = await Faits.LoadAsync(session);
        }

        _application = MaspApi.Build([], new MaspApiOptions
        {
            ConnectionString = Base.Application,
            Clock = new FakeClock(Jour.At(new LocalTime(9, 0)).InUtc().ToInstant()),
            Url = "http://127.0.0.1:0",
            Configure = Prepare,
        });
        await _application.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(_application.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_application is not null)
            await _application.DisposeAsync();
        await _demonstration.DisposeAsync();
    }

    private void Prepare(WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(Logger.None);
        builder.Services.AddSingleton<IMoteurDocuments, FeuilleBlanche>();
        builder.Services.AddSingleton<IReadOnlyDictionary<string, Personnage>>(_personnages);
        builder.Services.Configure<AuthenticationOptions>(options => options.SchemeMap[Identites.Cookie].HandlerType = typeof(EntreeDEssai));
    }

    private async Task MeetTeamsAsync()
    {
        var titulaires = Dossiers.Select(d => d.Titulaire).Distinct().ToList();
        var third = await Sql.ReadAsync<Guid>($"select id from masp.titulaires where departement_code = '34' and id not in ({string.Join(", ", titulaires.Select(t => $"'{t}'"))}) order by id limit 1");
        foreach (var titulaire in titulaires)
        {
            Intervenants[titulaire] = await Sql.ReadAsync<Guid>($"select id from masp.intervenants where departement_code = '34' and titulaire_id = '{titulaire}' order by entree, id limit 1");
            Relais[titulaire] = await Sql.ReadAsync<Guid>(
                $"""
                insert into masp.passages_de_relais (departement_code, id, etendue, cedant_id, repreneur_id, lot_code, demandee, prevu_le, motif, revision)
                values ('34', gen_random_uuid(), 'Lot', '{third}', '{titulaire}', '{Dossiers[0].Lot}', '{Jour:yyyy-MM-dd}', '{Jour:yyyy-MM-dd}', 'Essai.', 1) returning id
                """);
        }
    }

    private async Task MeetPeopleAsync()
    {
        foreach (var mesure in Dossiers.Select(d => d.Mesure).Distinct())
        {
            Rencontres[mesure] = await Sql.ReadAsync<Guid>(
                $"""
                insert into masp.rencontres (departement_code, id, mesure_id, titulaire_id, intervenant_id, etat, date, duree_minutes, lieu, enregistree_le, revision)
                select '34', gen_random_uuid(), t.mesure_id, t.titulaire_id, (select i.id from masp.intervenants i where i.titulaire_id = t.titulaire_id order by i.id limit 1),
                  'Tenue', t.debut, 60, 'Domicile', t.debut, 1
                from masp.tenues t where t.mesure_id = '{mesure}' order by t.debut limit 1 returning id
                """);
        }
    }

    private async Task<(Guid Bilan, Guid Avenant, Guid Fin)> WriteSuitesAsync(Guid mesure) =>
    (
        await Sql.ReadAsync<Guid>(
            $$"""
            insert into masp.bilans (departement_code, id, mesure_id, mesure_numero, contrat_id, lot_code, nature, mois, etabli_le, transmis_le, contenu, articulation, utilisateur_id, etat, avis,
              notifications, revision)
            select '34', gen_random_uuid(), id, numero, gen_random_uuid(), lot_code, 'Etape', 6, debut, debut, '{"situation":"","objectifs":[],"perspectives":null}', 'Essai.', gen_random_uuid(), 'Transmis', '[]',
              '[]', 1 from masp.mesures where id = '{{mesure}}' returning id
            """),
        await Sql.ReadAsync<Guid>(
            $"""
            insert into masp.avenants (departement_code, id, mesure_id, mesure_numero, lot_code, numero, objet_nature, motif, accord_le, propose_le, utilisateur_id, etat, refuse_le, motif_refus, revision)
            select '34', gen_random_uuid(), id, numero, lot_code, 99, 'Prorogation', 'Essai.', debut, debut, gen_random_uuid(), 'Refuse', debut, 'Essai.', 1 from masp.mesures where id = '{mesure}' returning id
            """),
        await Sql.ReadAsync<Guid>(
            $"""
            insert into masp.demandes_de_fin (departement_code, id, mesure_id, mesure_numero, lot_code, initiateur, motif, dernier_jour_souhaite, explication, utilisateur_id, proposee_le, etat, decidee_le,
              revision)
            select '34', gen_random_uuid(), id, numero, lot_code, 'Deces', 'Deces', debut, 'Essai.', gen_random_uuid(), debut, 'Refusee', debut, 1 from masp.mesures where id = '{mesure}' returning id
            """)
    );

    /// <summary>A second Departement, with a Reglement: enough for whoever acts there to be answered.</summary>
    private async Task OpenOtherAsync()
    {
        foreach (var table in new[] { "departements", "reglements" })
            await Sql.WriteAsync($"insert into masp.{table} select * from json_populate_recordset(null::masp.{table}, (select json_agg(jsonb_set(to_jsonb(t), '{{departement_code}}', '\"{AutreDepartement}\"')) from masp.{table} t where departement_code = '34'))");
    }
}

/// <summary>Stands in for the typesetter, an outside program: the rights do not hang on what is printed.</summary>
internal sealed class FeuilleBlanche : IMoteurDocuments
{
    public Task<byte[]> RenderAsync(string modele, object donnees, CancellationToken cancellationToken) => Task.FromResult("%PDF"u8.ToArray());
}
