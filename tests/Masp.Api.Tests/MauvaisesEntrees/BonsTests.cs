using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.MauvaisesEntrees;

/// <summary>Orders that are closed, dates that cannot be: a refusal with its code, and not a row moved.</summary>
public sealed class BonsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly object SigneeAujourdhui = new { datePremiereRencontre = ApiDeTest.Aujourdhui, dateSignature = ApiDeTest.Aujourdhui };

    [Fact]
    public async Task An_abandoned_order_takes_no_signature_no_reception_no_journey_no_second_abandon()
    {
        var bon = await api.Parcours.AbandonnerAsync();

        await ClosedAsync(bon, "bon-de-commande.abandonne");
    }

    [Fact]
    public async Task A_cancelled_order_takes_no_act()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var caller = await api.IntegrateurAsync();
        (await caller.PostAsync($"/bons-de-commande/{bon}/annulation", new { motif = "Erreur." }, await caller.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();

        await ClosedAsync(bon, "bon-de-commande.annule");
    }

    [Fact]
    public async Task A_signed_order_takes_no_act()
    {
        var mesure = await api.Parcours.SignerAsync();

        await ClosedAsync(await api.Sql.ReadAsync<Guid>($"select bon_de_commande_id from masp.mesures where id = '{mesure}'"), "bon-de-commande.deja-signe");
    }

    [Fact]
    public async Task A_reception_told_twice_is_refused()
    {
        var bon = await api.Parcours.AttribuerAsync();
        var caller = await api.IntegrateurAsync();
        (await caller.PostAsync($"/bons-de-commande/{bon}/reception", new { }, await caller.VersionAsync($"/bons-de-commande/{bon}"))).Reussie();

        await RefusedAsync($"/bons-de-commande/{bon}", "reception", new { }, 409, "bon-de-commande.deja-recu");
    }

    [Theory]
    [InlineData("reception", "2026-03-15", "reception.date-invalide", "date")]
    [InlineData("reception", "2026-03-17", "reception.date-invalide", "date")]
    [InlineData("reception", "0001-01-01", "date.hors-bornes", "date")]
    [InlineData("reception", "9999-12-31", "date.hors-bornes", "date")]
    [InlineData("abandon", "2026-03-15", "abandon.date-invalide", "date")]
    [InlineData("abandon", "2026-03-17", "abandon.date-invalide", "date")]
    [InlineData("deplacements", "2026-03-15", "deplacement.date-invalide", "date")]
    [InlineData("deplacements", "2026-03-17", "deplacement.date-invalide", "date")]
    public async Task An_act_dated_before_the_order_or_after_today_is_refused(string act, string date, string code, string field)
    {
        var bon = await api.Parcours.AttribuerAsync();
        object body = act switch
        {
            "reception" => new { date },
            "abandon" => new { date, motif = "Perdue de vue." },
            _ => new { date, lieu = "Domicile", intervenant = "Alix" },
        };

        await RefusedAsync($"/bons-de-commande/{bon}", act, body, 400, code, field);
    }

    [Theory]
    [InlineData("2026-03-15", "2026-03-16", "rencontre.date-invalide", "datePremiereRencontre")]
    [InlineData("2026-03-17", "2026-03-17", "rencontre.date-invalide", "datePremiereRencontre")]
    [InlineData("2026-03-16", "2026-03-15", "signature.date-invalide", "dateSignature")]
    [InlineData("2026-03-16", "2026-03-17", "signature.date-invalide", "dateSignature")]
    [InlineData("0001-01-01", "2026-03-16", "date.hors-bornes", "datePremiereRencontre")]
    [InlineData("2026-03-16", "9999-12-31", "date.hors-bornes", "dateSignature")]
    public async Task A_signature_out_of_order_is_refused(string rencontre, string signature, string code, string field)
    {
        var bon = await api.Parcours.AttribuerAsync();

        await RefusedAsync($"/bons-de-commande/{bon}", "signature", new { datePremiereRencontre = rencontre, dateSignature = signature }, 400, code, field);
    }

    [Fact]
    public async Task A_forfait_that_is_not_due_or_already_validated_is_refused()
    {
        var fresh = await api.Parcours.AttribuerAsync();
        await RefusedAsync($"/bons-de-commande/{fresh}", "forfait/validation", null, 409, "forfait.non-du");

        var caller = await api.IntegrateurAsync();
        (await caller.PostAsync($"/bons-de-commande/{fresh}/abandon", new { motif = "Perdue de vue." }, await caller.VersionAsync($"/bons-de-commande/{fresh}"))).Reussie();
        await RefusedAsync($"/bons-de-commande/{fresh}", "forfait/validation", null, 409, "forfait.non-du");

        var abandoned = await api.Parcours.AbandonnerAsync();
        (await caller.PostAsync($"/bons-de-commande/{abandoned}/forfait/validation", null, await caller.VersionAsync($"/bons-de-commande/{abandoned}"))).Reussie();
        await RefusedAsync($"/bons-de-commande/{abandoned}", "forfait/validation", null, 409, "forfait.deja-valide");
    }

    [Fact]
    public async Task An_abandon_or_a_cancellation_without_a_reason_is_refused()
    {
        var bon = await api.Parcours.AttribuerAsync();

        await RefusedAsync($"/bons-de-commande/{bon}", "abandon", new { motif = "  " }, 400, "champ.obligatoire", "motif");
        await RefusedAsync($"/bons-de-commande/{bon}", "annulation", new { }, 400, "champ.obligatoire", "motif");
        await RefusedAsync($"/bons-de-commande/{bon}", "abandon", new { motif = new string('x', 2001) }, 400, "champ.trop-long", "motif");
    }

    private async Task ClosedAsync(Guid bon, string code)
    {
        var path = $"/bons-de-commande/{bon}";
        await RefusedAsync(path, "signature", SigneeAujourdhui, 409, code);
        await RefusedAsync(path, "reception", new { }, 409, code);
        await RefusedAsync(path, "deplacements", new { date = ApiDeTest.Aujourdhui, lieu = "Domicile", intervenant = "Alix" }, 409, code);
        await RefusedAsync(path, "abandon", new { motif = "Encore." }, 409, code);
        await RefusedAsync(path, "annulation", new { motif = "Encore." }, 409, code);
    }

    private async Task RefusedAsync(string path, string act, object? body, int status, string code, string? field = null)
    {
        var caller = await api.IntegrateurAsync();
        var seen = await caller.VersionAsync(path);
        await api.Sql.UnchangedAsync(async () => (await caller.PostAsync($"{path}/{act}", body, seen)).AssertRefused(status, code, field));
    }
}
