using Masp.Api.Tests.Socle;
using Npgsql;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>What is invoiced once, in arrears, and never changes: refused over HTTP, and by PostgreSQL when the application is gone round.</summary>
public sealed class FacturesTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task A_quarter_invoiced_twice_is_refused()
    {
        var issued = await FactureAsync("etat = 'Emise' and nature = 'Facture'");

        await RefusedAsync("/factures", Asked(issued), 409, "facture.deja-preparee");
    }

    [Fact]
    public async Task A_mois_mesure_invoiced_twice_is_refused_by_PostgreSQL()
    {
        await api.Sql.UnchangedAsync(async () =>
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => api.Sql.WriteAsync(
                """
                with source as (
                  select l.facture_id, l.ordre from masp.lignes_detaillees l join masp.factures f on f.id = l.facture_id
                  where l.retenue and l.contrat_id is not null and f.etat = 'Emise' limit 1),
                modele as (select l.* from masp.lignes_detaillees l join source s on s.facture_id = l.facture_id and s.ordre = l.ordre),
                autre as (select f.id from masp.factures f join modele m on m.facture_id <> f.id order by f.id limit 1),
                copie as (select jsonb_populate_record(null::masp.lignes_detaillees, to_jsonb(m) || jsonb_build_object('facture_id', a.id, 'ordre', 99999)) as ligne from modele m, autre a)
                insert into masp.lignes_detaillees select (ligne).* from copie
                """));
            Assert.Equal((PostgresErrorCodes.UniqueViolation, "ux_facture_detail_mois"), (refused.SqlState, refused.ConstraintName));
        });
    }

    [Fact]
    public async Task A_quarter_that_is_not_over_is_refused()
    {
        var issued = await FactureAsync("etat = 'Emise' and nature = 'Facture'");

        await RefusedAsync("/factures", new { titulaireId = issued.Titulaire, lot = issued.Lot, trimestre = "2026-T1" }, 409, "facture.trimestre-en-cours", "trimestre");
    }

    [Theory]
    [InlineData("2026-T5", 400, "trimestre.invalide", "trimestre")]
    [InlineData("hier", 400, "trimestre.invalide", "trimestre")]
    [InlineData("0001-T1", 400, "trimestre.invalide", "trimestre")]
    [InlineData("9999-T4", 400, "trimestre.invalide", "trimestre")]
    [InlineData("2019-T1", 409, "facture.vide", null)]
    public async Task A_quarter_that_is_none_is_refused(string trimestre, int status, string code, string? field)
    {
        var issued = await FactureAsync("etat = 'Emise' and nature = 'Facture'");

        await RefusedAsync("/factures", new { titulaireId = issued.Titulaire, lot = issued.Lot, trimestre }, status, code, field);
    }

    [Fact]
    public async Task A_lot_or_a_titulaire_that_is_none_is_refused()
    {
        var issued = await FactureAsync("etat = 'Emise' and nature = 'Facture'");

        await RefusedAsync("/factures", new { titulaireId = issued.Titulaire, lot = "9", trimestre = "2025-T4" }, 400, "lot.sans-convention", "lot");
        await RefusedAsync("/factures", new { titulaireId = Guid.Empty, lot = issued.Lot, trimestre = "2025-T4" }, 400, "titulaire.inconnu", "titulaireId");
    }

    [Fact]
    public async Task An_issued_facture_is_neither_issued_again_nor_thrown_away_and_is_credited_once()
    {
        var caller = await api.IntegrateurAsync();
        var waiting = await FactureAsync("etat = 'AValider' and nature = 'Facture'");
        var path = $"/factures/{waiting.Id}";
        await RefusedAsync($"{path}/emission", null, 409, "facture.non-validee", versionOf: path);
        await RefusedAsync($"{path}/avoir", new { motif = "Trop tôt." }, 409, "avoir.facture-non-emise");
        (await caller.PostAsync($"{path}/validation", null, await caller.VersionAsync(path))).Reussie();
        await RefusedAsync($"{path}/validation", null, 409, "facture.deja-validee", versionOf: path);
        (await caller.PostAsync($"{path}/emission", null, await caller.VersionAsync(path))).Reussie();

        await RefusedAsync($"{path}/emission", null, 409, "facture.deja-emise", versionOf: path);
        await RefusedAsync($"{path}/validation", null, 409, "facture.deja-validee", versionOf: path);
        await RefusedAsync($"{path}/avoir", new { motif = "" }, 400, "champ.obligatoire", "motif");
        var version = await caller.VersionAsync(path);
        await api.Sql.UnchangedAsync(async () =>
            (await caller.SendAsync(HttpMethod.Delete, "/api/v1" + path, null, version)).AssertRefused(409, "facture.deja-emise"));

        var avoir = (await caller.PostAsync($"{path}/avoir", new { motif = "Erreur de période." })).Reussie();
        await RefusedAsync($"{path}/avoir", new { motif = "Encore." }, 409, "avoir.deja-fait");
        await RefusedAsync($"/factures/{avoir.Id}/avoir", new { motif = "Encore." }, 409, "avoir.d-un-avoir");
        (await caller.PostAsync("/factures", Asked(waiting))).Reussie();
    }

    [Theory]
    [InlineData("sgu", "202.575", "champ", 400)]
    [InlineData("sgu", "\"202,57\"", "champ", 400)]
    [InlineData("sgu", "-1", "bareme.prix-invalide", 400)]
    [InlineData("sgu", "0", "bareme.prix-invalide", 400)]
    [InlineData("sgu", "79228162514264337593543950336", "champ", 400)]
    [InlineData("sgu", "1e300", "champ", 400)]
    [InlineData("debut", "\"2021-01-01\"", "bareme.anterieur", 409)]
    [InlineData("debut", "\"0001-01-01\"", "date.hors-bornes", 400)]
    [InlineData("reference", "\"\"", "champ.obligatoire", 400)]
    public async Task A_bareme_with_a_price_or_a_day_that_cannot_be_is_refused(string field, string value, string code, int status)
    {
        var caller = await api.IntegrateurAsync();
        var values = new Dictionary<string, string>
        {
            ["reference"] = "\"Arrêté d'essai\"",
            ["debut"] = "\"2027-01-01\"",
            ["sgu"] = "210.00",
            ["agu"] = "220.00",
            ["sgr"] = "220.00",
            ["agr"] = "230.00",
            ["forfait"] = "60.00",
            [field] = value,
        };

        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await caller.PostAsync("/baremes", "{" + string.Join(',', values.Select(v => $"\"{v.Key}\":{v.Value}")) + "}");
            answer.AssertRefused(status, code == "champ" ? answer.Code! : code, code == "bareme.prix-invalide" ? null : field);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("codeInsee;nom")]
    [InlineData("codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1850;9;rurale\n")]
    [InlineData("codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1850;3;rurale\nX;;;a;9;z\n")]
    [InlineData("codeInsee;nom;codesPostaux;population;lot;zone\n34001;Abeilhan;34290;1850;3;rurale\n34001;Abeilhan;34290;1850;3;rurale\n")]
    public async Task A_list_of_communes_with_one_bad_line_is_refused_whole(string csv)
    {
        var caller = await api.IntegrateurAsync();
        await api.Sql.UnchangedAsync(async () =>
        {
            var answer = await caller.PostAsync("/communes/import", new { csv });
            Assert.InRange((int)answer.Statut, 400, 409);
            answer.AssertRefused((int)answer.Statut, answer.Code!);
            Assert.NotEmpty(answer.Champs);
        });
    }

    private static object Asked(UneFacture facture) => new { titulaireId = facture.Titulaire, lot = facture.Lot, trimestre = facture.Trimestre };

    private async Task<UneFacture> FactureAsync(string where)
    {
        var id = await api.Sql.ReadAsync<Guid>($"select id from masp.factures where {where} order by trimestre desc, id limit 1");
        var read = (await (await api.IntegrateurAsync()).GetAsync($"/factures/{id}")).Reussie();
        return new UneFacture(id, Guid.Parse(read.Lire("titulaire.id")), read.Lire("lot"), read.Lire("trimestre"));
    }

    private async Task RefusedAsync(string path, object? body, int status, string code, string? field = null, string? versionOf = null)
    {
        var caller = await api.IntegrateurAsync();
        (string, string)[] headers = versionOf is null ? [] : [await caller.VersionAsync(versionOf)];
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync(path, body, headers)).AssertRefused(status, code, field));
    }

    private sealed record UneFacture(Guid Id, Guid Titulaire, string Lot, string Trimestre);
}
