using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Masp.Domain.Acces;
using NodaTime;
using Xunit.Sdk;

namespace Masp.Api.Tests.Acces;

/// <summary>
/// Every operation of the contract × everybody who calls × every file, over HTTP. What is expected is the answer of the pure rules; 404 is said
/// for what may not be seen, 403 for a role that may never do the act, and whatever else is refused is refused for another reason.
/// </summary>
public sealed partial class MatriceTests(Fixtures fixtures) : IClassFixture<Fixtures>
{
    private static readonly IReadOnlyDictionary<string, Place> Places = Operations.Places;

    /// <summary>Those that nobody placed are named by a test of their own.</summary>
    private IEnumerable<Operation> Placed => fixtures.Operations.Where(o => Places.ContainsKey(o.Id));

    [Fact]
    public async Task Every_cell_is_answered_as_the_rules_say_and_leaves_nothing()
    {
        var before = await fixtures.Sql.EmpreintesAsync();
        var cells = Cells().ToList();
        var gaps = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cell, _) =>
        {
            if (await GapAsync(cell) is { } gap)
                gaps.Add(gap);
        });

        TestContext.Current.SendDiagnosticMessage("{0} cellules appelées, {1} écart", cells.Count, gaps.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cells.Count} cellules appelées, {gaps.Count} écart");
        Assert.Empty(gaps.Order(StringComparer.Ordinal).Take(60));
        Assert.True(cells.Count > 5_000, $"only {cells.Count} cells");

        // A note has neither version nor rule to be refused by: those that may be written are, one a cell, each with its act, and nothing else is.
        var notes = cells.LongCount(c => c.Operation.Id == "ecrireNote" && Verdict(c, Places[c.Operation.Id]).Admis);
        Assert.Equal(notes, await fixtures.Sql.ReadAsync<long>("select count(*) from masp.notes"));
        Assert.Equal(notes, await fixtures.Sql.ReadAsync<long>("select count(*) from journal.actes where objet = 'notes'"));
        await fixtures.Sql.WriteAsync("set local session_replication_role = replica; delete from masp.notes; delete from journal.actes where objet = 'notes'");
        Assert.Equal(before, await fixtures.Sql.EmpreintesAsync());
    }

    [Fact]
    public async Task Each_list_shows_the_records_that_the_rules_let_see_and_no_other()
    {
        var gaps = new List<string>();
        foreach (var who in fixtures.Personnages)
        {
            await CompareAsync(who, Acte.LireMesures, "mesures", fixtures.Faits.Mesures.Keys, id => fixtures.Faits.Mesure(id, jour: Fixtures.Jour));
            await CompareAsync(who, Acte.LireBonsDeCommande, "bons-de-commande", fixtures.Faits.Bons.Keys, fixtures.Faits.Bon);
            await CompareAsync(who, Acte.LireDemandes, "demandes", fixtures.Faits.Demandes.Keys, fixtures.Faits.Demande);
            await CompareAsync(who, Acte.LireFactures, "factures", fixtures.Faits.Factures.Keys, fixtures.Faits.Facture);
        }

        Assert.Empty(gaps);

        async Task CompareAsync(Personnage who, Acte acte, string list, IEnumerable<Guid> all, Func<Guid, Cible> cible)
        {
            if (!Droits.May(who.Acteur, acte, Fixtures.Jour).Admis)
                return;
            var expected = all.Where(id => Droits.Sees(who.Acteur, cible(id), Fixtures.Jour).Admis).ToHashSet();
            var shown = (await IdsAsync(who, $"/api/v1/{list}?taille=200")).ToHashSet();
            if (!expected.SetEquals(shown))
                gaps.Add($"{who.Nom} {list}: {expected.Except(shown).Count()} missing, {shown.Except(expected).Count()} too many of {expected.Count}");
        }
    }

    [Fact]
    public void Every_operation_of_the_contract_has_its_place() =>
        Assert.Empty(Operations.Misplaced(fixtures.Operations, Places));

    [Fact]
    public void A_planted_operation_that_nobody_placed_is_named()
    {
        var planted = new Operation("planterArbre", "GET", "/api/v1/mesures/{id:guid}/arbres", Acte.LireMesures);

        Assert.EndsWith("write [\"planterArbre\"] = new(Objet.Mesure),", Assert.Single(Operations.Misplaced([.. fixtures.Operations, planted], Places)), StringComparison.Ordinal);
        Assert.StartsWith(
            "arracherArbre is no operation any more", Assert.Single(Operations.Misplaced(fixtures.Operations, Places.Append(new("arracherArbre", new Place(Objet.Aucun))).ToDictionary())),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expectation_that_the_rules_do_not_say_is_seen_as_a_gap()
    {
        var operation = fixtures.Operations.Single(o => o.Id == "lireMesure");
        var chef = Who(nameof(Role.ChefTitulaire));
        var other = fixtures.Dossiers.Single(d => d.Cas == "autre titulaire");

        Assert.Null(await GapAsync(new Cellule(operation, chef, other)));
        Assert.NotNull(await GapAsync(new Cellule(operation, chef with { Acteur = chef.Acteur with { TitulaireId = other.Titulaire } }, other)));
    }

    [Fact]
    public async Task Every_operation_asks_who_calls()
    {
        foreach (var operation in Placed)
        {
            var cell = new Cellule(operation, fixtures.Personnages.First(), fixtures.Dossiers[0]);
            var answer = await fixtures.CallAsync(null, new HttpMethod(operation.Method), PathOf(cell), BodyOf(cell));
            Assert.True(answer.Statut == HttpStatusCode.Unauthorized, $"{operation.Id}: {answer.Statut}");
        }
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_shows_nothing_of_theirs()
    {
        var (agent, chef) = (Who(nameof(Role.Agent)), Who(nameof(Role.ChefTitulaire)));
        foreach (var (list, cible) in new (string, Func<Guid, Cible>)[]
        {
            ("mesures", id => fixtures.Faits.Mesure(id)), ("bons-de-commande", fixtures.Faits.Bon), ("factures", fixtures.Faits.Facture),
        })
        {
            var link = (await fixtures.CallAsync(agent, HttpMethod.Get, $"/api/v1/{list}?taille=3", null)).Reussie().Lire("lien");

            Assert.All(await IdsAsync(chef, link), id => Assert.True(Droits.Sees(chef.Acteur, cible(id), Fixtures.Jour).Admis));
        }
    }

    private Personnage Who(string nom) => fixtures.Personnages.Single(p => p.Nom == nom);

    private IEnumerable<Cellule> Cells() =>
        from operation in Placed
        from who in fixtures.Personnages
        let place = Places[operation.Id]
        where place.Objet != Objet.Compte || !Droits.May(who.Acteur, operation.Acte, Fixtures.Jour).Admis
        from dossier in place.Objet is Objet.Aucun or Objet.Compte ? fixtures.Dossiers.Take(1) : fixtures.Dossiers
        where place.Objet != Objet.Facture || dossier.Facture is not null
        select new Cellule(operation, who, dossier);

    private async Task<string?> GapAsync(Cellule cell)
    {
        var (operation, who, dossier) = cell;
        var place = Places[operation.Id];
        var answer = await fixtures.CallAsync(who, new HttpMethod(operation.Method), PathOf(cell), BodyOf(cell));
        var status = (int)answer.Statut;
        var verdict = Verdict(cell, place);
        var expected = verdict.Issue switch
        {
            Issue.Interdit => status == 403,
            Issue.Inconnu => status == (int)place.Inconnu,
            _ => status is (>= 200 and < 300) or 400 or 409 or 412 or 428,
        };
        return expected ? null : $"{operation.Id} × {who.Nom} × {dossier.Cas}: {verdict.Issue} expected, {status} {answer.Code} ({verdict.Raison})";
    }

    private Verdict Verdict(Cellule cell, Place place)
    {
        var (operation, who, dossier) = cell;
        if (!Portees.Allow(who.Portees?.Split(' '), operation.Acte, operation.Method != "GET"))
            return Domain.Acces.Verdict.Interdire("Cette portée n'a pas été donnée au programme.");
        var role = Droits.May(who.Acteur, operation.Acte, Fixtures.Jour);
        if (!role.Admis || place.Objet is Objet.Aucun or Objet.Compte)
            return role;
        return Droits.May(who.Acteur, operation.Acte, CibleOf(place, dossier), Fixtures.Jour);
    }

    private Cible CibleOf(Place place, Dossier dossier) => place.Objet switch
    {
        Objet.Mesure => fixtures.Faits.Mesure(dossier.Mesure, place.Nature ?? NatureCible.Dossier),
        Objet.Bilan or Objet.Avenant or Objet.DemandeDeFin => fixtures.Faits.Mesure(dossier.Mesure),
        Objet.BonDeCommande => fixtures.Faits.Bon(dossier.Bon),
        Objet.Demande => fixtures.Faits.Demande(dossier.Demande),
        Objet.Personne => fixtures.Faits.Personne(dossier.Personne, "34"),
        Objet.Commission => Faits.Simple(NatureCible.Seance, "34"),
        Objet.Facture => fixtures.Faits.Facture(dossier.Facture!.Value),
        Objet.Lot => fixtures.Faits.Registre("34", dossier.Lot),
        Objet.Intervenant => Faits.Simple(NatureCible.Intervenant, "34", dossier.Titulaire),
        Objet.Relais => fixtures.Faits.Relais(fixtures.Relais[dossier.Titulaire]),
        Objet.Echeance => fixtures.Faits.Mesure(dossier.Mesure, jour: LocalDate.MaxIsoValue),
        Objet.EquipeDuTitulaire => Faits.Simple(NatureCible.Equipe, "34", dossier.Titulaire),
        Objet.FacturesDuTitulaire => Faits.Simple(NatureCible.Facture, "34", dossier.Titulaire),
        _ => throw new XunitException($"{place.Objet} has no Cible."),
    };

    private string PathOf(Cellule cell)
    {
        var (operation, _, dossier) = cell;
        var place = Places[operation.Id];
        var id = place.Objet switch
        {
            Objet.Mesure => dossier.Mesure,
            Objet.Bilan => fixtures.Suites[dossier.Mesure].Bilan,
            Objet.Avenant => fixtures.Suites[dossier.Mesure].Avenant,
            Objet.DemandeDeFin => fixtures.Suites[dossier.Mesure].Fin,
            Objet.BonDeCommande => dossier.Bon,
            Objet.Demande => dossier.Demande,
            Objet.Personne => dossier.Personne,
            Objet.Commission => fixtures.Commission,
            Objet.Facture => dossier.Facture!.Value,
            Objet.Intervenant => fixtures.Intervenants[dossier.Titulaire],
            Objet.Relais => fixtures.Relais[dossier.Titulaire],
            Objet.Echeance => fixtures.Echeances[dossier.Mesure],
            _ => Guid.Empty,
        };
        var path = Below().Replace(
            operation.Pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal).Replace("{code}", dossier.Lot, StringComparison.Ordinal)
                .Replace("{rencontreId:guid}", fixtures.Rencontres[dossier.Mesure].ToString(), StringComparison.Ordinal),
            Guid.Empty.ToString());
        return place.Requete is { } query ? $"{path}?{query(fixtures, dossier)}" : path;
    }

    private object? BodyOf(Cellule cell) => Places[cell.Operation.Id].Corps?.Invoke(fixtures, cell.Dossier);

    private async Task<List<Guid>> IdsAsync(Personnage who, string path)
    {
        var ids = new List<Guid>();
        for (string? next = path; next is not null;)
        {
            var page = (await fixtures.CallAsync(who, HttpMethod.Get, next, null)).Reussie().Corps!;
            ids.AddRange(page["elements"]!.AsArray().Select(e => Guid.Parse(e!["id"]!.GetValue<string>())));
            next = page["lien"] is JsonValue link ? link.GetValue<string>() : null;
        }

        return ids;
    }

    /// <summary>What hangs from the record: one that is not there, once the record was found.</summary>
    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex Below();

    private sealed record Cellule(Operation Operation, Personnage Who, Dossier Dossier);
}
