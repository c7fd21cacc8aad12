using System.Text.Json.Nodes;
using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Api.Tests.Mesures;

/// <summary>R24 over HTTP and in PostgreSQL: who hands over what, on which day, who reads what of it, and who is paid for which month.</summary>
public sealed class RelaisTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string ChefA = "chef@titulaire-a.example";
    private const string ChefB = "chef@titulaire-b.example";
    private const string Jour = "2026-03-16";

    [Fact]
    public async Task A_measure_passes_on_its_own_day_and_both_sides_read_by_the_date()
    {
        var (mesure, date) = await PassAsync(offset: 0);
        var (chefA, chefB) = (await api.PersonAsync(ChefA), await api.PersonAsync(ChefB));
        await api.Sql.WriteAsync(
            $"insert into masp.residences (departement_code, mesure_id, debut, commune_insee) select '34', '{mesure}', '{Iso(date.PlusDays(3))}', (select min(code_insee) from masp.communes where code_insee <> m.commune_insee) from masp.mesures m where id = '{mesure}'; "
            + $"update masp.mesures m set commune_insee = (select commune_insee from masp.residences r where r.mesure_id = m.id order by debut desc limit 1) where id = '{mesure}'");
        var before = await api.Sql.ReadAsync<string>($"select commune_insee from masp.residences where mesure_id = '{mesure}' and debut < '{Iso(date)}' order by debut desc limit 1");

        await OnAsync(date.PlusDays(-1), async () =>
        {
            Assert.Null((await chefA.GetAsync($"/mesures/{mesure}")).Reussie().Corps!["lectureJusqua"]);
            (await chefB.GetAsync($"/mesures/{mesure}")).AssertRefused(404, "mesure.introuvable");
            (await chefB.GetAsync($"/mesures/{mesure}/chronologie")).AssertRefused(404, "mesure.introuvable");
        });
        await OnAsync(date, async () =>
        {
            Assert.Null((await chefB.GetAsync($"/mesures/{mesure}")).Reussie().Corps!["lectureJusqua"]);
            Assert.Contains("relais", (await chefB.GetAsync($"/mesures/{mesure}/chronologie")).Reussie().Texte, StringComparison.Ordinal);
        });
        await OnAsync(date.PlusDays(5), async () =>
        {
            var old = (await chefA.GetAsync($"/mesures/{mesure}")).Reussie();
            Assert.Equal((Iso(date.PlusDays(-1)), before), (old.Lire("lectureJusqua"), old.Lire("commune.codeInsee")));
            Assert.DoesNotContain("demenagement", (await chefA.GetAsync($"/mesures/{mesure}/chronologie")).Reussie().Texte, StringComparison.Ordinal);
            Assert.Contains("demenagement", (await chefB.GetAsync($"/mesures/{mesure}/chronologie")).Reussie().Texte, StringComparison.Ordinal);
            Assert.DoesNotContain(mesure.ToString(), (await chefA.GetAsync($"/mesures?recherche={(await chefB.GetAsync($"/mesures/{mesure}")).Lire("numero")}")).Reussie().Texte, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(-1, 1, 1, 0)]
    [InlineData(0, 1, 0, 1)]
    [InlineData(1, 1, 0, 1)]
    public async Task The_policies_say_the_same_on_the_day_before_the_day_and_the_day_after(int days, int oldReads, int oldWrites, int nextWrites)
    {
        var (mesure, date) = await PassAsync(offset: 1);
        var (a, b) = (await ActeurAsync(ChefA), await ActeurAsync(ChefB));
        var jour = date.PlusDays(days);
        var read = $"select count(*) from masp.mesures where id = '{mesure}'";
        var write = $"with touched as (update masp.mesures set revision = revision + 1 where id = '{mesure}' returning 1) select count(*) from touched";
        var later = $"select count(*) from masp.tenues where mesure_id = '{mesure}' and debut >= '{Iso(date)}'";

        Assert.Equal((long)oldReads, await api.Sql.AsAsync(a, read, jour));
        Assert.Equal((long)oldWrites, await api.Sql.AsAsync(a, write, jour));
        Assert.Equal((long)nextWrites, await api.Sql.AsAsync(b, read, jour));
        Assert.Equal((long)nextWrites, await api.Sql.AsAsync(b, write, jour));
        Assert.Equal(days < 0 ? 1L : 0L, await api.Sql.AsAsync(a, later, jour));
    }

    [Fact]
    public async Task A_titulaire_that_handed_over_adds_nothing_to_the_file()
    {
        var (mesure, date) = await PassAsync(offset: 2);
        var a = await ActeurAsync(ChefA);
        var insert = $"insert into masp.suspensions (departement_code, mesure_id, id, debut, fin) values ('34', '{mesure}', gen_random_uuid(), '{Iso(date)}', '{Iso(date)}')";

        var refused = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.AsAsync(a, insert, date));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await OnAsync(date, async () =>
        {
            var worker = await api.Sql.ReadAsync<Guid>($"select id from masp.intervenants where titulaire_id = '{a.TitulaireId}' and sortie is null and not est_chef order by id limit 1");
            (await (await api.PersonAsync(ChefA)).PostAsync($"/mesures/{mesure}/suivi", new { intervenantId = worker })).AssertRefused(403, "mesure.cedee");
        });
        Assert.Equal(0L, await api.Sql.ReadAsync<long>($"select count(*) from masp.suivis where mesure_id = '{mesure}' and debut >= '{Iso(date)}'"));
    }

    [Fact]
    public async Task Each_month_is_billed_once_to_who_served_it()
    {
        var (mesure, date) = await PassAsync(offset: 3);
        var numero = await api.Sql.ReadAsync<string>($"select numero from masp.mesures where id = '{mesure}'");
        var integrateur = await api.IntegrateurAsync();
        var (a, b) = ((await ActeurAsync(ChefA)).TitulaireId!.Value, (await ActeurAsync(ChefB)).TitulaireId!.Value);
        await OnAsync(new LocalDate(2026, 7, 2), async () =>
        {
            var months = new List<(Guid Titulaire, int Mois, LocalDate Debut)>();
            foreach (var titulaire in new[] { a, b })
            {
                var apercu = (await integrateur.GetAsync($"/factures/apercu?titulaireId={titulaire}&lot=1&trimestre=2026-T2")).Reussie().Corps!["mois"]!.AsArray();
                months.AddRange(apercu.Where(m => m!["reference"]!.GetValue<string>() == numero && m["quantite"]!.GetValue<int>() == 1)
                    .Select(m => (titulaire, m!["moisNumero"]!.GetValue<int>(), Date(m["debut"]!.GetValue<string>()))));
            }

            Assert.Equal(months.Count, months.Select(m => m.Mois).Distinct().Count());
            Assert.Equal(3, months.Count);
            Assert.All(months, m => Assert.Equal(m.Debut < date ? a : b, m.Titulaire));
        });
    }

    [Fact]
    public async Task All_that_a_titulaire_serves_in_a_lot_passes_in_one_act_or_not_at_all()
    {
        var integrateur = await api.IntegrateurAsync();
        var cedant = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.conventions where lot_code = '2' and '{Jour}' between debut and fin order by rang limit 1");
        var repreneur = await api.Sql.ReadAsync<Guid>($"select titulaire_id from masp.conventions where lot_code = '2' and '{Jour}' between debut and fin order by rang offset 1 limit 1");
        var stranger = await api.Sql.ReadAsync<Guid>($"select id from masp.titulaires t where not exists (select from masp.conventions c where c.titulaire_id = t.id and lot_code = '2' and '{Jour}' between debut and fin) order by id limit 1");
        var body = new { cedantId = cedant, lot = "2", repreneurId = repreneur, date = "2026-04-01", motif = "Le titulaire n'exerce plus." };
        var register = await api.Sql.ReadAsync<string>("select string_agg(p::text, ',' order by p::text) from masp.places p where lot_code = '2'");
        var inscriptions = await api.Sql.ReadAsync<long>("select count(*) from masp.inscriptions");

        await api.Sql.UnchangedAsync(async () =>
            (await integrateur.PostAsync("/relais", new { cedantId = cedant, lot = "2", repreneurId = stranger, date = "2026-04-01", motif = "Essai" })).AssertRefused(409, "relais.sans-convention", "repreneurId"));
        JsonNode apercu = null!;
        await api.Sql.UnchangedAsync(async () => apercu = (await integrateur.PostAsync("/relais/apercu", new { body.cedantId, body.lot, body.repreneurId, body.date })).Reussie().Corps!);
        var running = await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures where lot_code = '2' and etat = 'EnCours' and titulaire_id = '{cedant}'");
        var key = ("Idempotency-Key", "relais-lot-2");
        var relais = (await integrateur.PostAsync("/relais", body, key)).Reussie();

        Assert.Equal(relais.Id, (await integrateur.PostAsync("/relais", body, key)).Reussie().Id);
        Assert.Equal(apercu["mesures"]!.AsArray().Select(m => m!["mesureId"]!.ToString()).Order(), relais.Corps!["mesures"]!.AsArray().Select(m => m!["mesureId"]!.ToString()).Order());
        Assert.Equal(running, apercu["mesures"]!.AsArray().Count + apercu["restent"]!.AsArray().Count);
        Assert.Equal((long)apercu["restent"]!.AsArray().Count, await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures where lot_code = '2' and etat = 'EnCours' and titulaire_id = '{cedant}'"));
        Assert.Equal(
            0L, await api.Sql.ReadAsync<long>($"select count(*) from masp.tenues u join masp.contrats k on k.id = u.contrat_id where u.titulaire_id = '{repreneur}' and u.debut >= '2026-04-01' and extract(day from u.debut) <> extract(day from k.debut) and extract(day from k.debut) < 29"));
        Assert.Equal((register, inscriptions), (await api.Sql.ReadAsync<string>("select string_agg(p::text, ',' order by p::text) from masp.places p where lot_code = '2'"), await api.Sql.ReadAsync<long>("select count(*) from masp.inscriptions")));
        (await integrateur.PostAsync("/relais", body)).AssertRefused(409, "relais.rien-a-passer");
    }

    [Fact]
    public async Task Meetings_are_logged_by_either_side_and_what_is_left_is_seen_by_both_and_by_nobody_else()
    {
        var (mesure, _) = await PassAsync(offset: 4);
        var relais = await api.Sql.ReadAsync<Guid>($"select passage_de_relais_id from masp.mesures_relayees where mesure_id = '{mesure}'");
        var (chefA, chefB) = (await api.PersonAsync(ChefA), await api.PersonAsync(ChefB));

        (await chefB.PostAsync($"/relais/{relais}/rencontres", new { mesures = new[] { mesure }, rencontre = "personne" })).AssertRefused(409, "relais.rencontre-ordre", "mesures");
        var left = (await chefA.PostAsync($"/relais/{relais}/rencontres", new { mesures = new[] { mesure }, rencontre = "equipes" })).Reussie();
        Assert.Equal(("0", "1"), (left.Lire("resteEquipes"), left.Lire("restePersonne")));
        Assert.Equal("personne", (await chefB.GetAsync($"/relais/{relais}")).Reussie().Corps!["mesures"]![0]!["reste"]!.GetValue<string>());
        var other = await api.Sql.ReadAsync<Guid>("select id from masp.passages_de_relais r where not exists (select from masp.titulaires t where t.serie_facture = 'TR' and t.id in (r.cedant_id, r.repreneur_id)) order by id limit 1");
        (await chefB.GetAsync($"/relais/{other}")).AssertRefused(404, "relais.introuvable");
        (await chefB.PostAsync($"/relais/{other}/rencontres", new { mesures = new[] { mesure }, rencontre = "equipes" })).AssertRefused(404, "relais.introuvable");
        (await chefA.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = Guid.Empty, date = Jour, motif = "Essai" })).AssertRefused(403, "acces.refuse");
    }

    [Fact]
    public async Task Two_relais_of_one_measure_at_once_leave_one()
    {
        var mesure = await MesureAsync(5);
        var integrateur = await api.IntegrateurAsync();
        var repreneur = (await ActeurAsync(ChefB)).TitulaireId!.Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => integrateur.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = repreneur, date = "2026-04-01", motif = "Essai" })));

        Assert.Single(answers, r => (int)r.Statut == 201);
        Assert.Single(answers, r => r.Code is "relais.deja-prevu" or "relais.meme-titulaire");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures_relayees where mesure_id = '{mesure}'"));
    }

    [Theory]
    [InlineData("2026-03-15", "relais.date-passee", "date")]
    [InlineData("2031-01-01", "relais.apres-terme", "date")]
    public async Task A_date_out_of_bounds_changes_nothing(string date, string code, string champ)
    {
        var mesure = await MesureAsync(6);
        var integrateur = await api.IntegrateurAsync();
        var repreneur = (await ActeurAsync(ChefB)).TitulaireId!.Value;

        await api.Sql.UnchangedAsync(async () => (await integrateur.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = repreneur, date, motif = "Essai" })).AssertRefused(409, code, champ));
        await api.Sql.UnchangedAsync(async () =>
            (await integrateur.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = repreneur, date = "2026-04-01", motif = " " })).AssertRefused(400, "champ.obligatoire", "motif"));
        await api.Sql.UnchangedAsync(async () =>
            (await integrateur.PostAsync($"/mesures/{mesure}/relais", new { repreneurId = Guid.Empty, date = "2026-04-01", motif = "Essai" })).AssertRefused(400, "titulaire.inconnu", "repreneurId"));
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A running measure of Titulaire A in Lot 1, whose contract began before this quarter and goes on after the next.</summary>
    private async Task<Guid> MesureAsync(int offset) => await api.Sql.ReadAsync<Guid>(
        $"select m.id from masp.mesures m join masp.contrats k on k.mesure_id = m.id and k.fin_reelle is null where m.titulaire_id = '{(await ActeurAsync(ChefA)).TitulaireId}' and m.lot_code = '1' and m.etat = 'EnCours'"
        + $" and k.fin_prevue > '2026-10-31' and k.debut < '2026-02-01' and not exists (select from masp.suspensions s where s.mesure_id = m.id) order by m.id offset {offset * 3} limit 1");

    private async Task<(Guid Mesure, LocalDate Date)> PassAsync(int offset)
    {
        var mesure = await MesureAsync(offset);
        if (await api.Sql.ReadAsync<long>($"select count(*) from masp.mesures_relayees where mesure_id = '{mesure}'") == 0)
        {
            (await (await api.IntegrateurAsync()).PostAsync(
                $"/mesures/{mesure}/relais", new { repreneurId = (await ActeurAsync(ChefB)).TitulaireId, date = "2026-04-20", motif = "Rapprochement familial de l'équipe." })).Reussie();
        }

        return (mesure, Date(await api.Sql.ReadAsync<string>($"select date::text from masp.mesures_relayees where mesure_id = '{mesure}'")));
    }

    private async Task<Acteur> ActeurAsync(string identifiant)
    {
        var session = (await (await api.PersonAsync(identifiant)).GetAsync("/session")).Reussie();
        return new Acteur("34", Guid.Parse(session.Lire("utilisateur.id")), Role.ChefTitulaire, Guid.Parse(session.Lire("utilisateur.titulaire.id")));
    }

    private async Task OnAsync(LocalDate jour, Func<Task> then)
    {
        api.Avancer(jour);
        try
        {
            await then();
        }
        finally
        {
            api.Avancer(Date(Jour));
        }
    }
}
