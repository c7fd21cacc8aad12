using System.Text.Json;
using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>Every route of the contract, given what no caller should send: whatever it answers, it is never a fault of ours.</summary>
public sealed class ToutesLesRoutesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1.5", "1e308", "79228162514264337593543950335", "99999999999999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"1900-01-01\"",
        "\"2100-12-31\"", "\"'; drop table masp.demandes; --\"", "\"%_\\\\\"", "\"00000000-0000-0000-0000-000000000000\"", "\"💥\"", "[]", "{}", "[null]", "[[[]]]",
    ];

    private static readonly string[] Texts =
    [
        "", "%20", "-1", "0", "201", "99999999999999999999", "%00", "%0a", "%ed%a0%80", "%ff", "%25", "_", "%5c", "%27;--", "0001-01-01", "9999-T4", "2026-T1", "NaN", "null",
        "00000000-0000-0000-0000-000000000000", "%f0%9f%92%a5", "eyJ2YWxldXIiOm51bGwsImNsZSI6IngifQ", "eyJ2YWxldXIiOiIwMDAxLTAxLTAxIiwiY2xlIjoiMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwIn0",
        "a&a=b", "numero", "-nom",
    ];

    private static readonly string[] Names =
        ["q", "recherche", "apres", "taille", "tri", "etat", "lot", "titulaireId", "type", "commune", "codePostal", "serviceReferentId", "homonymesDe", "trimestre", "forfait", "intervenantId", "presents", "archives", "du", "au", "inconnu"];

    [Fact]
    public async Task No_route_is_left_out() => Assert.Equal(
        [],
        api.Routes.Where(r => r.Method is "POST" or "PUT").Select(r => r.Pattern).Except((await BodiesAsync()).Keys));

    [Fact]
    public async Task No_body_makes_a_fault()
    {
        var bodies = await BodiesAsync();
        var faults = new List<string>();
        foreach (var (method, pattern) in api.Routes.Where(r => r.Method is "POST" or "PUT"))
        {
            var caller = await CallerAsync(pattern);
            foreach (var body in bodies[pattern] is { } model ? Spoilt(model).Concat(Values) : Values)
            {
                // Some bodies are good: the next one finds another record that still waits for the act, in its version of now.
                var (path, version) = await FilledAsync(pattern);
                var answer = await caller.SendAsync(new HttpMethod(method), path, Appelant.Content(body), ("If-Match", $"\"{version}\""));
                if ((int)answer.Statut >= 500)
                    faults.Add($"{pattern} {body}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_parameter_makes_a_fault()
    {
        var caller = await api.IntegrateurAsync();
        var faults = new List<string>();
        foreach (var (_, pattern) in api.Routes.Where(r => r.Method == "GET"))
        {
            caller = await CallerAsync(pattern);
            var (path, _) = await FilledAsync(pattern);
            var needed = pattern.EndsWith("/factures/apercu", StringComparison.Ordinal) ? $"titulaireId={Guid.Empty}&lot=1&trimestre=2025-T4&" : pattern.EndsWith("/recherche", StringComparison.Ordinal) ? "q=essai&" : "";
            foreach (var query in from name in Names from text in Texts select $"{needed}{name}={text}")
                await AskAsync($"{path}?{query}");
        }

        caller = await api.IntegrateurAsync();
        foreach (var text in Texts)
            await AskAsync($"/api/v1/lots/{text}/tour-de-role");
        Assert.True(faults.Count == 0, string.Join('\n', faults));

        async Task AskAsync(string path)
        {
            var answer = await caller.GetAsync(path);
            if ((int)answer.Statut >= 500)
                faults.Add(path);
        }
    }

    /// <summary>Accounts, programs and quotas are the administrateur's, all else is a program's too.</summary>
    private Task<Appelant> CallerAsync(string pattern) =>
        pattern.Split('/')[3] is "alertes" or "compte" or "comptes" or "programmes" or "quotas" ? api.PersonAsync("admin@herault.example")
        : pattern.EndsWith("/notes", StringComparison.Ordinal) || pattern.EndsWith("/sante", StringComparison.Ordinal) ? api.PersonAsync("agent@herault.example")
        : api.IntegrateurAsync();

    /// <summary>The model with each of its members, one after the other, replaced or left out.</summary>
    private static IEnumerable<string> Spoilt(JsonObject model)
    {
        foreach (var name in model.Select(m => m.Key).ToList())
        {
            var without = model.DeepClone().AsObject();
            without.Remove(name);
            var rest = without.ToJsonString();
            yield return rest;
            foreach (var value in Values.Append($"\"{new string('x', 3000)}\""))
                yield return rest.Length > 2 ? $"{rest[..^1]},\"{name}\":{value}}}" : $"{{\"{name}\":{value}}}";
            if (model[name] is not JsonObject inner)
                continue;
            foreach (var spoilt in Spoilt(inner))
                yield return rest.Length > 2 ? $"{rest[..^1]},\"{name}\":{spoilt}}}" : $"{{\"{name}\":{spoilt}}}";
        }
    }

    /// <summary>The route of a record that waits for its act, where there is one: another would refuse before it reads what is sent.</summary>
    private async Task<(string Path, string Version)> FilledAsync(string pattern)
    {
        var parts = pattern.Split('/');
        var found = pattern.Contains("{id", StringComparison.Ordinal)
            ? (await api.Sql.ReadAsync<string>(
                $"select coalesce((select id || ' ' || {VersionOf(parts[3])} from {TableOf(parts[3])} order by ({Waiting(parts[3], parts[^1])}) desc, id desc limit 1), '{Guid.Empty} 1')")).Split(' ')
            : [string.Empty, "1"];
        return (pattern.Replace("{id:guid}", found[0], StringComparison.Ordinal).Replace("{absenceId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{rencontreId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{code}", "1", StringComparison.Ordinal), found[1]);
    }

    private static string TableOf(string noun) => noun switch
    {
        "comptes" => "(select id, revision, null::text as etat from acces.utilisateurs where role = 'Intervenant') as comptes",
        "programmes" => "(select id, revision, null::text as etat from acces.programmes where client_id like 'masp-%' or client_id = 'demo-exports') as programmes",
        "relais" => "masp.passages_de_relais",
        _ => "masp." + noun.Replace('-', '_'),
    };

    private static string VersionOf(string noun) => noun is "comptes" or "programmes" ? "revision" : "xmin";

    private static string Waiting(string noun, string act) => (noun, act) switch
    {
        ("demandes", "decision") => "etat = 'AvisRendu'",
        ("demandes", "attribution") => "etat = 'Acceptee'",
        ("bons-de-commande", "validation") => "forfait = 'AValider'",
        ("bons-de-commande", _) => "etat in ('Emis', 'Recu')",
        ("mesures", _) => "etat = 'EnCours'",
        ("bilans", "avis-referent") => "etat = 'AvisReferentAttendu'",
        ("bilans", "decision") => "etat = 'AvisRendu'",
        ("bilans", _) => "etat = 'Decide'",
        ("avenants", "signature") => "etat = 'Prepare'",
        ("avenants", _) => "etat = 'Propose'",
        ("demandes-de-fin", "avis-referent") => "etat = 'AvisReferentAttendu'",
        ("demandes-de-fin", _) => "etat = 'ADecider'",
        ("echeances", "constat") => "etat = 'Ouverte' and nature = 'Releve'",
        ("echeances", "motif") => "etat = 'NonTenue' and cause is null",
        ("echeances", _) => "etat = 'Ouverte'",
        ("factures", "validation") => "etat = 'AValider'",
        ("factures", "emission") => "etat = 'Validee'",
        ("factures", "avoir") => "etat = 'Emise'",
        _ => "id is not null",
    };

    /// <summary>What each route would take; null where it takes no body.</summary>
    private async Task<Dictionary<string, JsonObject?>> BodiesAsync()
    {
        const string Day = "2026-03-16";
        var titulaire = await api.Sql.ReadAsync<Guid>("select titulaire_id from masp.places where lot_code = '1' and assis order by rang limit 1");
        var tarif = new
        {
            debut = "2022-01-10",
            finPrevue = "2022-07-09",
            finReelle = "2022-06-01",
            avecGestion = false,
            zone = "urbaine",
            communeInsee = "34172",
            suspensions = new[] { new { debut = "2022-02-01", fin = "2022-02-10" } },
            changements = new[] { new { date = "2022-03-01", avecGestion = true, zone = "rurale" } },
            mode = "dateADate",
            dateGel = "2022-05-01",
        };
        var rencontre = new { date = Day, lieu = "domicile", dureeMinutes = 60, etat = "tenue", heure = "14:30", intervenantId = Guid.Empty, cause = "autre", note = "Essai", trajetMinutes = 10, trajetKm = 5 };
        return new Dictionary<string, JsonObject?>
        {
            ["/api/v1/alertes/{id:guid}/acquittement"] = null,
            ["/api/v1/baremes"] = Json(new { reference = "Essai", debut = "2030-01-01", sgu = 1.0, agu = 1.0, sgr = 1.0, agr = 1.0, forfait = 1.0 }),
            ["/api/v1/mesures/{id:guid}/relais"] = Json(new { repreneurId = titulaire, date = Day, motif = "Essai" }),
            ["/api/v1/relais"] = Json(new { cedantId = titulaire, lot = "1", repreneurId = titulaire, date = Day, motif = "Essai", intervenantId = Guid.Empty }),
            ["/api/v1/relais/apercu"] = Json(new { cedantId = titulaire, lot = "1", repreneurId = titulaire, date = Day, intervenantId = Guid.Empty }),
            ["/api/v1/relais/{id:guid}/rencontres"] = Json(new { mesures = new[] { Guid.Empty }, rencontre = "equipes", date = Day }),
            ["/api/v1/intervenants"] = Json(new { nom = "Essai", prenom = "Sam", diplome = "educateur", estChef = false, entree = Day, etp = 0.8, chefId = Guid.Empty, titulaireId = titulaire }),
            ["/api/v1/intervenants/{id:guid}/quotites"] = Json(new { debut = Day, etp = 0.5 }),
            ["/api/v1/intervenants/{id:guid}/absences"] = Json(new { debut = Day, fin = Day, remplacantId = Guid.Empty }),
            ["/api/v1/intervenants/{id:guid}/absences/{absenceId:guid}/retour"] = Json(new { fin = Day }),
            ["/api/v1/intervenants/{id:guid}/sortie"] = Json(new { date = Day }),
            ["/api/v1/intervenants/{id:guid}/compte"] = Json(new { compteId = Guid.Empty }),
            ["/api/v1/mesures/{id:guid}/suivi"] = Json(new { intervenantId = Guid.Empty, debut = Day }),
            ["/api/v1/mesures/{id:guid}/rencontres"] = Json(rencontre),
            ["/api/v1/mesures/{id:guid}/rencontres/{rencontreId:guid}/constat"] = Json(rencontre),
            ["/api/v1/mesures/{id:guid}/rencontres/{rencontreId:guid}/correction"] = Json(new { faits = rencontre, motif = "Essai" }),
            ["/api/v1/mesures/{id:guid}/rencontres/{rencontreId:guid}/annulation"] = Json(new { motif = "Essai" }),
            ["/api/v1/rencontres/lot"] = Json(new { titulaireId = titulaire, lignes = new[] { new { externeId = "X-1", mesure = "34-2022-0001", date = Day, lieu = "domicile", dureeMinutes = 60 } } }),
            ["/api/v1/bons-de-commande/{id:guid}/rendez-vous"] = Json(new { date = Day, lieu = "Domicile", heure = "14:30" }),
            ["/api/v1/bons-de-commande/{id:guid}/rendez-vous/constat"] = Json(new { tenu = false, cause = "autre", commentaire = "Essai" }),
            ["/api/v1/bons-de-commande/{id:guid}/preparation/contrat"] = Json(new { obligations = "Essai", suivi = "Essai", revision = "Essai", depenses = new[] { "loyer" }, autresDepenses = "Essai", autorisations = new[] { new { prestation = "D271-2-01", motif = "Essai" } } }),
            ["/api/v1/bons-de-commande/{id:guid}/preparation/presignature"] = Json(new { date = Day }),
            ["/api/v1/bons-de-commande/{id:guid}/preparation/scan"] = Json(new { nom = "essai.pdf", contenu = "JVBERi0xLjcK" }),
            ["/api/v1/bons-de-commande/{id:guid}/preparation/copies"] = Json(new { destinataire = "personne", date = Day }),
            ["/api/v1/bons-de-commande/{id:guid}/intervenant"] = Json(new { intervenantId = Guid.Empty }),
            ["/api/v1/archivages"] = Json(new { beneficiaireIds = new[] { Guid.Empty } }),
            ["/api/v1/beneficiaires/{id:guid}/rectification"] = Json(new { nom = "Essai", prenom = "Essai", dateNaissance = "1980-01-01", civilite = "madame", motif = "Essai" }),
            ["/api/v1/beneficiaires/{id:guid}/visas"] = Json(new { reference = "Essai", date = Day, service = "Essai", document = "Essai" }),
            ["/api/v1/beneficiaires/{id:guid}/effacement"] = Json(new { confirmation = "EFFACER" }),
            ["/api/v1/bons-de-commande/{id:guid}/abandon"] = Json(new { motif = "Essai", date = Day }),
            ["/api/v1/bons-de-commande/{id:guid}/annulation"] = Json(new { motif = "Essai" }),
            ["/api/v1/bons-de-commande/{id:guid}/deplacements"] = Json(new { date = Day, lieu = "Domicile", intervenant = "Alix" }),
            ["/api/v1/bons-de-commande/{id:guid}/forfait/validation"] = null,
            ["/api/v1/bons-de-commande/{id:guid}/reception"] = Json(new { date = Day }),
            ["/api/v1/echeances/{id:guid}/motif"] = Json(new { cause = "autre", commentaire = "Essai" }),
            ["/api/v1/echeances/{id:guid}/decalage"] = Json(new { limite = Day, motif = "Essai" }),
            ["/api/v1/echeances/{id:guid}/constat"] = Json(new { date = Day, motif = new { cause = "autre", commentaire = "Essai" } }),
            ["/api/v1/bons-de-commande/{id:guid}/signature"] = Json(new { datePremiereRencontre = Day, dateSignature = Day }),
            ["/api/v1/calculs/echeance"] = Json(new { evenement = "2022-01-03", jours = 40, sens = "apres", mode = "franc", calendrier = "metropole" }),
            ["/api/v1/calculs/tarif"] = Json(tarif),
            ["/api/v1/commissions"] = Json(new { date = Day, demandes = new[] { Guid.Empty } }),
            ["/api/v1/commissions/{id:guid}/attributions"] = null,
            ["/api/v1/commissions/{id:guid}/avis"] = Json(new { demandeId = Guid.Empty, sens = "favorable", motif = "Essai" }),
            ["/api/v1/commissions/{id:guid}/points"] = Json(new { demandeId = Guid.Empty }),
            ["/api/v1/communes/import"] = Json(new { csv = "codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1850;3;rurale\n", debut = Day }),
            ["/api/v1/communes/import/apercu"] = Json(new { csv = "codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1850;3;rurale\n", debut = Day }),
            ["/api/v1/compte/cles-d-acces"] = Json(new { motDePasseActuel = "x", nom = "Essai", etat = "x", reponse = "{}" }),
            ["/api/v1/compte/cles-d-acces/question"] = null,
            ["/api/v1/compte/cles-d-acces/retrait"] = Json(new { motDePasseActuel = "x", id = "AQID" }),
            ["/api/v1/compte/codes-de-secours"] = Json(new { motDePasseActuel = "x" }),
            ["/api/v1/compte/mot-de-passe"] = Json(new { motDePasseActuel = "x", motDePasse = "Cigales-9-platanes" }),
            ["/api/v1/compte/totp"] = Json(new { motDePasseActuel = "x", scelle = "x", code = "123456" }),
            ["/api/v1/compte/totp/proposition"] = null,
            ["/api/v1/compte/totp/retrait"] = Json(new { motDePasseActuel = "x" }),
            ["/api/v1/comptes"] = Json(new { nom = "Essai", identifiant = "essai@essai.example", role = "intervenant", titulaireId = titulaire, serviceReferentId = Guid.Empty, debut = Day, fin = Day }),
            ["/api/v1/comptes/revues"] = Json(new { remarque = "Essai" }),
            ["/api/v1/comptes/{id:guid}/depart"] = Json(new { fin = Day }),
            ["/api/v1/comptes/{id:guid}/deverrouillage"] = null,
            ["/api/v1/comptes/{id:guid}/desactivation"] = null,
            ["/api/v1/comptes/{id:guid}/invitation"] = null,
            ["/api/v1/comptes/{id:guid}/reactivation"] = null,
            ["/api/v1/comptes/{id:guid}/second-facteur/reinitialisation"] = null,
            ["/api/v1/programmes"] = Json(new { nom = "Essai", scopes = new[] { "masp.lecture" }, fin = Day, adresses = new[] { "192.0.2.0/24" } }),
            ["/api/v1/programmes/{id:guid}/bornes"] = Json(new { fin = Day, adresses = new[] { "192.0.2.0/24" } }),
            ["/api/v1/programmes/{id:guid}/revocation"] = null,
            ["/api/v1/programmes/{id:guid}/secrets"] = null,
            ["/api/v1/demandes"] = await api.Parcours.CorpsAsync(),
            ["/api/v1/demandes/{id:guid}/attribution"] = Json(new { titulaireId = titulaire, categorie = "autre", motif = "Essai" }),
            ["/api/v1/demandes/{id:guid}/decision"] = Json(new { sens = "favorable", avecGestion = true, dureeMois = 12, motif = "Essai", fondement = "L271-1", date = Day }),
            ["/api/v1/demandes/{id:guid}/decision/notifications"] = Json(new { destinataire = "personne", moyen = "courrier", date = Day }),
            ["/api/v1/demandes/{id:guid}/rapprochement"] = Json(new { beneficiaireId = Guid.Empty, homonyme = false }),
            ["/api/v1/mesures/{id:guid}/projet"] = Json(new { evaluation = "Essai", resteAVivre = 100.0, etabliLe = Day, objectifs = new[] { new { aspect = "securisation", libelle = "Essai", actions = new[] { new { libelle = "Essai", qui = "titulaire", precision = "Essai", quand = Day, etat = "aFaire" } } } } }),
            ["/api/v1/mesures/{id:guid}/projet/envoi"] = Json(new { date = Day }),
            ["/api/v1/mesures/{id:guid}/bilans"] = Json(new { nature = "final", mois = 6, etabliLe = Day, situation = "Essai", perspectives = "Essai", articulation = "Essai", rencontres = 3, suite = "renouvellement", dureeMois = 12, avecGestion = true, objectifs = new[] { new { aspect = "securisation", libelle = "Essai", avancement = "atteint", commentaire = "Essai" } } }),
            ["/api/v1/bilans/{id:guid}/avis-referent"] = Json(new { favorable = true, motif = "Essai", date = Day }),
            ["/api/v1/bilans/{id:guid}/decision"] = Json(new { suite = "renouvellement", date = Day, dureeMois = 12, avecGestion = true, motifFin = "termeObjectifsPartiels", motif = "Essai", motifDivergence = "Essai", motifExceptionnel = "Essai" }),
            ["/api/v1/bilans/{id:guid}/decision/notifications"] = Json(new { destinataire = "titulaire", moyen = "courriel", date = Day }),
            ["/api/v1/commissions/{id:guid}/bilans"] = Json(new { bilanId = Guid.Empty }),
            ["/api/v1/commissions/{id:guid}/bilans/avis"] = Json(new { bilanId = Guid.Empty, sens = "favorable", motif = "Essai" }),
            ["/api/v1/mesures/{id:guid}/renouvellement"] = Json(new { dateSignature = Day, titulaireId = titulaire }),
            ["/api/v1/mesures/{id:guid}/fin"] = Json(new { initiateur = "titulaire", motif = "perduDeVue", dernierJour = Day, explication = "Essai", date = Day }),
            ["/api/v1/mesures/{id:guid}/fin/apercu"] = Json(new { dernierJour = Day }),
            ["/api/v1/mesures/{id:guid}/fin/terme"] = Json(new { motif = "termeObjectifsPartiels" }),
            ["/api/v1/mesures/{id:guid}/demenagement"] = Json(new { communeInsee = "34003", date = Day }),
            ["/api/v1/demandes-de-fin/{id:guid}/avis-referent"] = Json(new { fondee = true, motif = "Essai", date = Day }),
            ["/api/v1/demandes-de-fin/{id:guid}/decision"] = Json(new { accordee = true, date = Day, dernierJour = Day, motif = "Essai" }),
            ["/api/v1/mesures/{id:guid}/avenants"] = Json(new { objet = new { nature = "suspension", avecGestion = true, debut = Day, fin = Day, nouvelleFin = "2027-03-16" }, motif = "Essai", accordLe = Day }),
            ["/api/v1/mesures/{id:guid}/avenants/apercu"] = Json(new { nature = "suspension", avecGestion = true, debut = Day, fin = Day, nouvelleFin = "2027-03-16" }),
            ["/api/v1/avenants/{id:guid}/preparation"] = null,
            ["/api/v1/avenants/{id:guid}/signature"] = Json(new { date = Day }),
            ["/api/v1/avenants/{id:guid}/refus"] = Json(new { motif = "Essai" }),
            ["/api/v1/mesures/{id:guid}/notes"] = Json(new { portee = "partagee", texte = "Essai" }),
            ["/api/v1/mesures/{id:guid}/sante"] = Json(new { texte = "Essai" }),
            ["/api/v1/factures"] = Json(new { titulaireId = titulaire, lot = "1", trimestre = "2025-T4" }),
            ["/api/v1/factures/{id:guid}/avoir"] = Json(new { motif = "Essai" }),
            ["/api/v1/factures/{id:guid}/emission"] = null,
            ["/api/v1/factures/{id:guid}/validation"] = null,
            ["/api/v1/beneficiaires/{id:guid}/compte"] = Json(new { identifiant = "prenom.nom@essai.example" }),
            ["/api/v1/quotas"] = Json(new { role = "intervenant", nature = "dossiers", limite = 150 }),
        };
    }

    private static JsonObject Json(object value) => JsonSerializer.SerializeToNode(value)!.AsObject();
}
