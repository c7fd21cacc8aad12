using Masp.Api.Acces;
using Masp.Api.AFaire;
using Masp.Api.Attributions;
using Masp.Api.Beneficiaires;
using Masp.Api.Commun;
using Masp.Api.Demandes;
using Masp.Api.Echeances;
using Masp.Api.Facturation;
using Masp.Api.Journal;
using Masp.Api.Mesures;
using Masp.Api.Mesures.Rencontres;
using Masp.Api.Territoires;
using Masp.Api.Titulaires;
using Npgsql;

namespace Masp.Api;

internal static class MaspRoutes
{
    /// <summary>Every route of the API, folder after folder.</summary>
    public static void MapMasp(this WebApplication app)
    {
        app.MapToken();
        var api = app.MapGroup("/api/v1");
        api.MapSession();
        api.MapLiens();
        api.MapMonCompte();
        api.MapComptes();
        api.MapProgrammes();
        api.MapQuotas();
        api.MapTerritoires();
        api.MapCalculs();
        api.MapDemandes();
        api.MapCommissions();
        api.MapAttributions();
        api.MapBonsDeCommande();
        api.MapPreparations();
        api.MapIntervenants();
        api.MapMesures();
        api.MapRelais();
        api.MapRencontres();
        api.MapBeneficiaires();
        api.MapArchivages();
        api.MapProjets();
        api.MapBilans();
        api.MapAvenants();
        api.MapFins();
        api.MapEcheances();
        api.MapBaremes();
        api.MapFactures();
        api.MapAFaire();
        api.MapJournal();
        app.MapSante();
    }

    private static void MapSante(this WebApplication app)
    {
        app.MapGet("/sante/vivant", () => Results.Text("vivant"))
            .Open("santeVivant", "Le programme tourne", "Une sonde n'a pas de compte.").WithTags("Santé").Produces<string>(200, "text/plain");
        app.MapGet("/sante/pret", async (NpgsqlDataSource source, CancellationToken cancellationToken) =>
            {
                try
                {
                    await using var command = source.CreateCommand("select 1");
                    await command.ExecuteScalarAsync(cancellationToken);
                    return Results.Text("prêt");
                }
                catch (NpgsqlException)
                {
                    return Problemes.Of(503, "sante.base", "La base de données ne répond pas.");
                }
            })
            .Open("santePret", "La base de données répond", "Une sonde n'a pas de compte.").WithTags("Santé").Produces<string>(200, "text/plain").Refuses(503);
    }
}
