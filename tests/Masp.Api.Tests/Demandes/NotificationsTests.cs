using Masp.Api.Tests.Socle;

namespace Masp.Api.Tests.Demandes;

/// <summary>A Decision is notified to the person and to the service that asked (R9); what is left to notify waits for the agent.</summary>
public sealed class NotificationsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private const string Agent = "agent@herault.example";

    [Fact]
    public async Task Each_notification_is_recorded_with_its_day_and_its_means_and_told_in_the_chronologie()
    {
        var agent = await api.PersonAsync(Agent);
        var mesure = await api.Parcours.SignerAsync();
        var demande = await api.Sql.ReadAsync<Guid>($"select b.demande_id from masp.bons_de_commande b join masp.mesures m on m.bon_de_commande_id = b.id where m.id = '{mesure}'");

        (await NotifyAsync(agent, demande, new { destinataire = "service", moyen = "courriel" })).Reussie();
        var whole = (await NotifyAsync(agent, demande, new { destinataire = "personne", date = ApiDeTest.Aujourdhui, moyen = "courrierRecommande" })).Reussie();

        Assert.Equal(["personne courrierRecommande", "service courriel"], whole.Corps!["decision"]!["notifications"]!.AsArray().Select(n => $"{n!["destinataire"]} {n["moyen"]}"));
        Assert.Equal(
            $"{ApiDeTest.Aujourdhui} CourrierRecommande {ApiDeTest.Aujourdhui} Courriel",
            await api.Sql.ReadAsync<string>(
                $"""
                select concat_ws(' ', decision_notifiee_a_la_personne_le, decision_notifiee_a_la_personne_par, decision_notifiee_au_service_le, decision_notifiee_au_service_par)
                from masp.demandes where id = '{demande}'
                """));
        Assert.Contains(
            "Décision notifiée à la personne par courrier recommandé", (await agent.GetAsync($"/mesures/{mesure}/chronologie")).Reussie().Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_waits_in_the_agent_s_list_until_both_are_told()
    {
        var agent = await api.PersonAsync(Agent);
        var before = await WaitingAsync(agent);
        var demande = await api.Parcours.RefuserAsync();
        Assert.Equal(before + 1, await WaitingAsync(agent));

        (await NotifyAsync(agent, demande, new { destinataire = "personne", moyen = "remiseEnMainPropre" })).Reussie();
        Assert.Equal(before + 1, await WaitingAsync(agent));

        (await NotifyAsync(agent, demande, new { destinataire = "service", moyen = "courriel" })).Reussie();
        Assert.Equal(before, await WaitingAsync(agent));
    }

    [Theory]
    [InlineData("2026-03-15", 409, "notification.avant-decision")]
    [InlineData("2026-03-17", 400, "notification.date-future")]
    [InlineData("9999-12-31", 400, "date.hors-bornes")]
    public async Task A_notification_before_the_decision_or_after_today_is_refused(string date, int status, string code)
    {
        var agent = await api.PersonAsync(Agent);
        var demande = await api.Parcours.AccepterAsync();

        await api.Sql.UnchangedAsync(async () => (await NotifyAsync(agent, demande, new { destinataire = "personne", moyen = "courrier", date })).AssertRefused(status, code, "date"));
    }

    [Fact]
    public async Task A_second_notification_a_missing_decision_and_a_stale_version_are_refused()
    {
        var agent = await api.PersonAsync(Agent);
        var body = new { destinataire = "service", moyen = "courriel" };
        var demande = await api.Parcours.AccepterAsync();
        var seen = await agent.VersionAsync($"/demandes/{demande}");
        (await agent.PostAsync($"/demandes/{demande}/decision/notifications", body, seen)).Reussie();

        await api.Sql.UnchangedAsync(async () =>
        {
            (await NotifyAsync(agent, demande, body)).AssertRefused(409, "notification.deja-faite", "destinataire");
            (await agent.PostAsync($"/demandes/{demande}/decision/notifications", body, seen)).AssertRefused(412, "version.perimee");
            (await agent.PostAsync($"/demandes/{demande}/decision/notifications", body)).AssertRefused(428, "version.manquante");
            (await NotifyAsync(agent, demande, new { destinataire = "voisin", moyen = "courriel" })).AssertRefused(400, "champ.valeur-inconnue", "destinataire");
        });
        var undecided = await api.Parcours.AviserAsync();
        await api.Sql.UnchangedAsync(async () => (await NotifyAsync(agent, undecided, body)).AssertRefused(409, "notification.decision-manquante"));
    }

    [Theory]
    [InlineData("comptable@herault.example")]
    [InlineData("referent@ccas.example")]
    [InlineData("chef@titulaire-a.example")]
    public async Task Who_does_not_notify_is_refused(string identifiant)
    {
        var demande = await api.Parcours.AccepterAsync();

        (await (await api.PersonAsync(identifiant)).PostAsync($"/demandes/{demande}/decision/notifications", new { destinataire = "service", moyen = "courriel" }))
            .AssertRefused(403, "acces.refuse");
    }

    private static async Task<Reponse> NotifyAsync(Appelant caller, Guid demande, object body) =>
        await caller.PostAsync($"/demandes/{demande}/decision/notifications", body, await caller.VersionAsync($"/demandes/{demande}"));

    private static async Task<int> WaitingAsync(Appelant agent) =>
        (await agent.GetAsync("/a-faire")).Reussie().Corps!["sections"]!.AsArray().Single(s => s!["nature"]!.GetValue<string>() == "decisionsANotifier")!["nombre"]!.GetValue<int>();
}
