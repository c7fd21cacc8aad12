using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Masp.Api.Tests.Socle;

/// <summary>The main path over HTTP, as far as a test needs; every step is the integrator's.</summary>
public sealed class Parcours(ApiDeTest api)
{
    private Guid? _seance;
    private int _personnes;

    /// <summary>A Demande that everything allows, to be spoilt by a test.</summary>
    /// <param name="lot">Whose first commune the person lives in.</param>
    public async Task<JsonObject> CorpsAsync(string lot = "1")
    {
        var commune = await api.Sql.ReadAsync<string>($"select min(code_insee) from masp.affectations where lot_code = '{lot}'");
        var service = await api.Sql.ReadAsync<Guid>("select service_referent_id from masp.habilitations where fin is null order by debut, id limit 1");
        var rang = Interlocked.Increment(ref _personnes).ToString(CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToNode(new
        {
            beneficiaire = new { nom = "Essai", prenom = "Ève " + rang, dateNaissance = "1980-02-03" },
            communeInsee = commune,
            serviceReferentId = service,
            dateAccord = ApiDeTest.Aujourdhui,
            prestations = new[] { "D271-2-17" },
            eligibilite = new { majeur = true, percoitPrestation = true, santeOuSecuriteMenacee = true, sansAlterationMedicale = true, capableDeSEngager = true },
        })!.AsObject();
    }

    /// <summary>Today's session.</summary>
    public async Task<Guid> SeanceAsync()
    {
        if (_seance is { } known)
            return known;
        var integrateur = await api.IntegrateurAsync();
        var found = await api.Sql.ReadAsync<Guid[]>($"select coalesce(array_agg(id), '{{}}') from masp.commissions where date = '{ApiDeTest.Aujourdhui}'");
        _seance = found is [var id]
            ? id
            : (await integrateur.PostAsync("/commissions", new { date = ApiDeTest.Aujourdhui, demandes = Array.Empty<Guid>() })).Reussie().Id;
        return _seance.Value;
    }

    public async Task<Guid> DeposerAsync(string lot = "1") =>
        (await (await api.IntegrateurAsync()).PostAsync("/demandes", await CorpsAsync(lot))).Reussie().Id;

    public async Task<Guid> InscrireAsync(string lot = "1")
    {
        var demande = await DeposerAsync(lot);
        (await (await api.IntegrateurAsync()).PostAsync($"/commissions/{await SeanceAsync()}/points", new { demandeId = demande })).Reussie();
        return demande;
    }

    public async Task<Guid> AviserAsync(string sens = "favorable", string lot = "1")
    {
        var demande = await InscrireAsync(lot);
        (await (await api.IntegrateurAsync()).PostAsync($"/commissions/{await SeanceAsync()}/avis", new { demandeId = demande, sens, motif = "Au vu du dossier." })).Reussie();
        return demande;
    }

    public async Task<Guid> AccepterAsync(int dureeMois = 12, string lot = "1")
    {
        var demande = await AviserAsync(lot: lot);
        (await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois })).Reussie();
        return demande;
    }

    public async Task<Guid> RefuserAsync()
    {
        var demande = await AviserAsync("defavorable");
        (await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/decision", new { sens = "defavorable", motif = "Autonomie suffisante.", fondement = "L271-1" }))
            .Reussie();
        return demande;
    }

    /// <returns>The BonDeCommande.</returns>
    public async Task<Guid> AttribuerAsync(int dureeMois = 12, string lot = "1")
    {
        var demande = await AccepterAsync(dureeMois, lot);
        return Guid.Parse((await (await api.IntegrateurAsync()).PostAsync($"/demandes/{demande}/attribution", new { })).Reussie().Lire("bonDeCommande.id"));
    }

    /// <returns>The Mesure.</returns>
    public async Task<Guid> SignerAsync()
    {
        var bon = await AttribuerAsync();
        return (await (await api.IntegrateurAsync()).PostAsync(
            $"/bons-de-commande/{bon}/signature", new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui })).Reussie().Id;
    }

    /// <summary>A BonDeCommande abandoned after one journey: its forfait waits for the SAFPM.</summary>
    public async Task<Guid> AbandonnerAsync()
    {
        var integrateur = await api.IntegrateurAsync();
        var bon = await AttribuerAsync();
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/deplacements", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile", intervenant = "Alix" })).Reussie();
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/abandon", new { motif = "Perdue de vue." }, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();
        return bon;
    }
}
