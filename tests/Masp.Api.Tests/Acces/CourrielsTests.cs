using Masp.Api.Tests.Socle;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Infrastructure.Acces;
using Masp.Infrastructure.Courriels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;
using NodaTime;
using Npgsql;

namespace Masp.Api.Tests.Acces;

/// <summary>A letter leaves with the act that decided it, once.</summary>
public sealed class CourrielsTests(ApiDeTest api) : IClassFixture<ApiDeTest>
{
    private static readonly Acteur Admin = new("34", new Guid("017c4a1a-2500-7000-8000-000000000008"), Role.Administrateur);

    [Fact]
    public async Task An_act_that_is_undone_sends_nothing_and_one_that_is_kept_sends_once()
    {
        await PostAsync("defait@essai.example", kept: false);
        await PostAsync("garde@essai.example", kept: true);

        Assert.Empty(await api.Courriels.OfAsync("defait@essai.example"));
        Assert.Single(await api.Courriels.OfAsync("garde@essai.example"));
        Assert.Equal(0, await api.Services.GetRequiredService<Facteur>().SendDueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_trade_s_unit_of_work_posts_a_letter_on_its_own_transaction()
    {
        var boite = api.Services.GetRequiredService<BoiteDEnvoi>();
        foreach (var kept in new[] { false, true })
        {
            await using var connection = await api.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await boite.PostAsync(connection, new Courriel($"metier.{kept}@essai.example", "Échéance", "Bilan à rendre.\nCordialement"), TestContext.Current.CancellationToken);
            if (kept)
                await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await api.Courriels.OfAsync("metier.False@essai.example"));
        var letter = Assert.Single(await api.Courriels.OfAsync("metier.True@essai.example"));
        Assert.Equal(("Échéance", "Bilan à rendre.\nCordialement"), (letter.Subject, letter.TextBody!.ReplaceLineEndings("\n").TrimEnd()));
    }

    [Fact]
    public async Task A_letter_that_is_not_taken_is_tried_again_later_then_left_once()
    {
        var sender = new EnvoiCapricieux();
        await using var replica = await api.ReplicaAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton<IMailSender>(sender)));
        var facteur = replica.Services.GetRequiredService<Facteur>();
        await facteur.SendDueAsync(TestContext.Current.CancellationToken);
        sender.Refuses = true;
        await PostAsync("tard@essai.example", kept: true, replica.Services);

        Assert.Equal(0, await facteur.SendDueAsync(TestContext.Current.CancellationToken));
        sender.Refuses = false;
        Assert.Equal(0, await facteur.SendDueAsync(TestContext.Current.CancellationToken));
        api.Avancer(Duration.FromMinutes(2));
        await facteur.SendDueAsync(TestContext.Current.CancellationToken);
        await api.Services.GetRequiredService<Facteur>().SendDueAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, await api.Sql.ReadAsync<int>("select max(essais) from acces.courriels"));
        Assert.Equal(1, sender.Taken.Count(a => a == "tard@essai.example") + (await api.Courriels.OfAsync("tard@essai.example")).Count);
    }

    [Fact]
    public async Task With_a_mail_server_letters_leave_by_SMTP()
    {
        using var smtp = new ServeurSmtp();
        var taken = smtp.TakeAsync(TestContext.Current.CancellationToken);
        await using var replica = await api.ReplicaAsync(
            null, "--Courriels:SmtpHote=127.0.0.1", $"--Courriels:SmtpPort={smtp.Port}", "--Courriels:SmtpTls=false", "--Courriels:Expediteur=masp@herault.example");
        using var message = replica.Services.GetRequiredService<Facteur>().Compose(Guid.Empty, new Courriel("smtp@essai.example", "Échéance", "Bilan à rendre."));
        await replica.Services.GetRequiredService<IMailSender>().SendAsync(message, TestContext.Current.CancellationToken);

        var lines = await taken;
        Assert.Contains(lines, l => l.StartsWith("MAIL FROM:<masp@herault.example>", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("RCPT TO:<smtp@essai.example>", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("Subject: =?", StringComparison.Ordinal));
    }

    private async Task PostAsync(string address, bool kept, IServiceProvider? services = null)
    {
        await using var scope = (services ?? api.Services).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccesDbContext>();
        var boite = scope.ServiceProvider.GetRequiredService<BoiteDEnvoi>();
        await scope.ServiceProvider.GetRequiredService<UniteDAcces>().RunAsync<Done>(
            Admin,
            async () =>
            {
                boite.Post(db, new Courriel(address, "Essai", "Bonjour."));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                return kept ? Done.Value : Error.Conflict("essai.defait", "Rien n'est gardé.");
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>The outside: a mail server that takes letters, or does not.</summary>
    private sealed class EnvoiCapricieux : IMailSender
    {
        public bool Refuses { get; set; }

        public List<string> Taken { get; } = [];

        public Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            if (Refuses)
                throw new IOException("421 try again");
            Taken.Add(message.To.Mailboxes.Single().Address);
            return Task.CompletedTask;
        }
    }
}
