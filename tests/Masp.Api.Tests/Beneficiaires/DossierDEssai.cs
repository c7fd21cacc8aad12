using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using Masp.Testing.Postgres;
using NodaTime;

namespace Masp.Api.Tests.Beneficiaires;

/// <summary>A fictional person of a name that nobody else bears, with that name in every text the main path takes.</summary>
internal sealed class DossierDEssai(ApiDeTest api, string nom, string prenom = "Qwilfredine", string naissance = "1903-05-13")
{
    public const string Agent = "agent@herault.example";
    public const string Decideur = "decideur@herault.example";

    /// <summary>The key of nobody.</summary>
    public static readonly Guid Inconnue = new("0190f3a4-7c11-7000-8000-0000000000ff");

    public string Nom => nom;

    public string Prenom => prenom;

    public Guid Demande { get; private set; }

    public Guid Personne { get; private set; }

    /// <summary>Filed, heard, accepted, ordered by hand, then abandoned after one journey: nothing runs, nothing is invoiced.</summary>
    public async Task<Guid> AbandonnerAsync()
    {
        var integrateur = await api.IntegrateurAsync();
        await DeposerAsync();
        (await integrateur.PostAsync($"/commissions/{await api.Parcours.SeanceAsync()}/points", new { demandeId = Demande })).Reussie();
        (await integrateur.PostAsync(
            $"/commissions/{await api.Parcours.SeanceAsync()}/avis", new { demandeId = Demande, sens = "favorable", motif = Texte("avis") })).Reussie();
        (await integrateur.PostAsync(
            $"/demandes/{Demande}/decision", new { sens = "favorable", avecGestion = true, dureeMois = 12, motif = Texte("décision"), fondement = Texte("fondement") })).Reussie();
        var titulaire = await api.Sql.ReadAsync<Guid>("select titulaire_id from masp.places where lot_code = '1' and assis order by rang limit 1");
        var bon = Guid.Parse((await integrateur.PostAsync(
            $"/demandes/{Demande}/attribution", new { titulaireId = titulaire, categorie = "autre", motif = Texte("choix") }, ("Idempotency-Key", "attribution-" + Ascii)))
            .Reussie().Lire("bonDeCommande.id"));
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/deplacements", new { date = ApiDeTest.Aujourdhui, lieu = Texte("lieu"), intervenant = "Alix" })).Reussie();
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/abandon", new { motif = Texte("abandon") }, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();
        (await integrateur.PostAsync($"/bons-de-commande/{bon}/forfait/validation", null, await integrateur.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();
        return bon;
    }

    /// <summary>Filed on the day of the demonstration, with its answer kept for a retry.</summary>
    public async Task<Guid> DeposerAsync()
    {
        api.Avancer(DemonstrationDeTest.Jour);
        var corps = await api.Parcours.CorpsAsync();
        corps["beneficiaire"] = new JsonObject { ["nom"] = nom, ["prenom"] = prenom, ["dateNaissance"] = naissance };
        corps["adresse"] = Texte("adresse");
        corps["motif"] = Texte("motif");
        var depot = (await (await api.IntegrateurAsync()).PostAsync("/demandes", corps, ("Idempotency-Key", "depot-" + Ascii))).Reussie();
        Demande = depot.Id;
        Personne = Guid.Parse(depot.Lire("beneficiaire.id"));
        return Personne;
    }

    public async Task RectifierAsync(object corps)
    {
        var agent = await api.PersonAsync(Agent);
        (await agent.PostAsync($"/beneficiaires/{Personne}/rectification", corps, await agent.VersionAsync($"/beneficiaires/{Personne}"))).Reussie();
    }

    /// <summary>Archives the file on the first day it is due.</summary>
    public async Task ArchiverAsync(LocalDate jour)
    {
        api.Avancer(jour);
        var archives = (await (await api.PersonAsync(Agent)).PostAsync("/archivages", new { beneficiaireIds = new[] { Personne } })).Reussie();
        Assert.Equal("1", archives.Lire("archives"));
    }

    public async Task ViserAsync() => (await (await api.PersonAsync(Agent)).PostAsync(
        $"/beneficiaires/{Personne}/visas", new { reference = "AD34-2028-17", date = ApiDeTest.Aujourdhui, service = "Archives départementales" })).Reussie();

    public async Task<Reponse> EffacerAsync(string par = Decideur) =>
        await (await api.PersonAsync(par)).PostAsync($"/beneficiaires/{Personne}/effacement", new { confirmation = "EFFACER" });

    private string Ascii => string.Concat(nom.Where(char.IsAscii));

    private string Texte(string champ) => $"{champ} de {Prenom} {nom}";
}
