using Masp.Api.Tests.Socle;
using Masp.Infrastructure.Acces;
using NodaTime;

namespace Masp.Api.Tests.Acces;

/// <summary>Sign-ins that fail are counted by account, program and address, and what is answered tells nothing of whether the account exists.</summary>
public sealed class EssaisTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    /// <summary>What an address failed at before it does not add up any more.</summary>
    internal static readonly Duration NouvelleFenetre = Duration.FromMinutes(16);

    [Fact]
    public async Task The_sixth_try_is_refused_in_the_same_words_whether_the_account_exists_or_not()
    {
        api.Avancer(NouvelleFenetre);
        var known = await TriesAsync(api.Address, "chef@titulaire-a.example", 6);
        var unknown = await TriesAsync(api.Address, "personne@titulaire-a.example", 6);

        Assert.All(known[..5], a => a.AssertRefused(401, "acces.identifiants"));
        known[5].AssertRefused(429, "acces.verrouille");
        Assert.Equal(300, known[5].Attente);
        Assert.Equal(known.Select(a => (a.Statut, a.Texte, a.Attente)), unknown.Select(a => (a.Statut, a.Texte, a.Attente)));

        // The right password says no more, and no case or space of the name opens another count.
        (await TryAsync(api.Address, "chef@titulaire-a.example", ComptesDeDemonstration.MotDePasse)).AssertRefused(429, "acces.verrouille");
        (await TryAsync(api.Address, "CHEF@titulaire-a.example", ComptesDeDemonstration.MotDePasse)).AssertRefused(429, "acces.verrouille");
        Assert.Equal(1L, await api.Sql.ReadAsync<long>("select count(*) from masp.alertes where nature = 'connexions' and nom = 'Andrea Chef' and limite = 5"));
        Assert.Equal(0L, await api.Sql.ReadAsync<long>("select count(*) from masp.alertes a where nature = 'connexions' and not exists (select from acces.utilisateurs u where u.id = a.utilisateur_id)"));
    }

    [Fact]
    public async Task A_right_password_begins_the_count_again()
    {
        for (var round = 0; round < 2; round++)
        {
            Assert.All(await TriesAsync(api.Address, "comptable@herault.example", 4), a => a.AssertRefused(401, "acces.identifiants"));
            (await TryAsync(api.Address, "comptable@herault.example", ComptesDeDemonstration.MotDePasse)).Reussie();
        }
    }

    [Fact]
    public async Task A_lock_is_lifted_by_an_administrateur_and_by_a_password_that_is_chosen_anew()
    {
        api.Avancer(NouvelleFenetre);
        using var invite = await Invite.EntreAsync(api, "intervenant");
        await TriesAsync(api.Address, invite.Identifiant, 5);
        (await invite.DonnerMotDePasseAsync()).AssertRefused(429, "acces.verrouille");
        var admin = await api.PersonAsync("admin@herault.example");
        (await admin.PostAsync($"/comptes/{invite.Id}/deverrouillage", null, await admin.VersionAsync($"/comptes/{invite.Id}"))).Reussie();
        (await invite.DonnerMotDePasseAsync()).Reussie();

        await TriesAsync(api.Address, invite.Identifiant, 5);
        (await api.Anonyme.PostAsync("/liens", new { identifiant = invite.Identifiant })).Reussie();
        await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant), "Grillons-7-oliviers");
        (await invite.DonnerMotDePasseAsync("Grillons-7-oliviers")).Reussie();
    }

    [Fact]
    public async Task Two_replicas_count_the_same_tries_and_the_door_opens_again()
    {
        await using var second = await api.ReplicaAsync();
        var there = new Uri(second.Urls.Single());

        await TriesAsync(api.Address, "inconnu@herault.example", 3);
        await TriesAsync(there, "inconnu@herault.example", 2);

        (await TryAsync(api.Address, "inconnu@herault.example", "faux")).AssertRefused(429, "acces.verrouille");
        api.Avancer(Duration.FromMinutes(5) - Duration.Epsilon);
        (await TryAsync(there, "inconnu@herault.example", "faux")).AssertRefused(429, "acces.verrouille");
        api.Avancer(Duration.FromSeconds(1));
        (await TryAsync(there, "inconnu@herault.example", "faux")).AssertRefused(401, "acces.identifiants");
    }

    [Fact]
    public async Task A_program_has_ten_tries_and_another_is_not_kept_out()
    {
        for (var i = 0; i < 10; i++)
            Assert.Equal(401, (int)(await Appelant.AskTokenAsync(api.Address, "inconnu", "faux")).Statut);

        (await Appelant.AskTokenAsync(api.Address, "inconnu", "faux")).AssertRefused(429, "acces.verrouille");
        using var still = await Appelant.ProgramAsync(api.Address, ApiDeTest.ProgrammeExports);
    }

    [Fact]
    public async Task What_is_kept_of_a_try_names_nobody()
    {
        await TryAsync(api.Address, "trace@herault.example", "faux");

        Assert.Equal(0L, await api.Sql.ReadAsync<long>(
            "select count(*) from acces.essais e where encode(e.empreinte, 'escape') ~* 'herault|127' or length(e.empreinte) <> 32"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"identifiant":5,"motDePasse":"x"}""")]
    [InlineData("""{"identifiant":null,"motDePasse":"x"}""")]
    [InlineData("""{"Identifiant":"agent@herault.example","motDePasse":"x"}""")]
    public async Task A_body_that_names_nobody_is_refused_as_everywhere(string body) =>
        Assert.Equal(400, (int)(await api.Anonyme.PostAsync("/session", body)).Statut);

    private static async Task<List<Reponse>> TriesAsync(Uri address, string identifiant, int times)
    {
        var answers = new List<Reponse>();
        for (var i = 0; i < times; i++)
            answers.Add(await TryAsync(address, identifiant, "faux"));
        return answers;
    }

    private static async Task<Reponse> TryAsync(Uri address, string identifiant, string motDePasse)
    {
        using var anyone = Appelant.Anonymous(address);
        return await anyone.PostAsync("/session", new { identifiant, motDePasse });
    }
}

/// <summary>One address, whatever names it tries.</summary>
public sealed class EssaisDuneAdresseTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task Fifty_failures_close_an_address_and_successes_do_not_count()
    {
        api.Avancer(EssaisTests.NouvelleFenetre);
        for (var i = 0; i < 50; i++)
        {
            if (i % 10 == 0)
                (await TryAsync("agent@herault.example", ComptesDeDemonstration.MotDePasse)).Reussie();
            (await TryAsync($"inconnu{i}@herault.example", "faux")).AssertRefused(401, "acces.identifiants");
        }

        var refused = await TryAsync("agent@herault.example", ComptesDeDemonstration.MotDePasse);

        refused.AssertRefused(429, "acces.trop-d-essais");
        Assert.Equal(900, refused.Attente);
    }

    [Fact]
    public async Task Fifty_links_asked_for_or_guessed_close_an_address_and_no_letter_leaves_after()
    {
        api.Avancer(EssaisTests.NouvelleFenetre);
        for (var i = 0; i < 25; i++)
        {
            (await api.Anonyme.PostAsync("/liens", new { identifiant = $"inconnu{i}@herault.example" })).Reussie();
            (await api.Anonyme.PostAsync("/liens/lecture", new { jeton = $"faux{i}" })).AssertRefused(404, "lien.introuvable");
        }

        const string Letters = "select count(*) from acces.courriels";
        var before = await api.Sql.ReadAsync<long>(Letters);
        foreach (var (path, body) in new (string, object)[]
                 {
                     ("/liens", new { identifiant = "agent@herault.example" }), ("/liens/lecture", new { jeton = "faux" }),
                     ("/liens/acceptation", new { jeton = "faux", motDePasse = Invite.MotDePasse }),
                 })
        {
            (await api.Anonyme.PostAsync(path, body)).AssertRefused(429, "acces.trop-d-essais");
        }

        Assert.Equal(before, await api.Sql.ReadAsync<long>(Letters));
    }

    private async Task<Reponse> TryAsync(string identifiant, string motDePasse)
    {
        using var anyone = Appelant.Anonymous(api.Address);
        return await anyone.PostAsync("/session", new { identifiant, motDePasse });
    }
}

/// <summary>Many tries at one moment.</summary>
public sealed class EssaisEnsembleTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    [Fact]
    public async Task Twenty_tries_at_once_are_no_more_than_five()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync("ensemble@herault.example", "faux")));

        Assert.Equal(5, answers.Count(a => (int)a.Statut == 401));
    }

    private async Task<Reponse> TryAsync(string identifiant, string motDePasse)
    {
        using var anyone = Appelant.Anonymous(api.Address);
        return await anyone.PostAsync("/session", new { identifiant, motDePasse });
    }
}
