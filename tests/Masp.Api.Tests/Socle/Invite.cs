using Masp.Domain.Acces;
using NodaTime;

namespace Masp.Api.Tests.Socle;

/// <summary>Somebody invited during a test: their account, their browser and the authenticator of their telephone.</summary>
public sealed class Invite(ApiDeTest api, string identifiant) : IDisposable
{
    public const string MotDePasse = "Cigales-9-platanes";

    private static int _rang;

    private byte[]? _cle;

    public Guid Id { get; private set; }

    public string Identifiant => identifiant;

    public Appelant Navigateur { get; private set; } = Appelant.Visitor(api.Address);

    public IReadOnlyList<string> CodesDeSecours { get; private set; } = [];

    /// <summary>Invited by the Administrateur; the link waits in the mail.</summary>
    public static async Task<Invite> AttendAsync(ApiDeTest api, string role = "agent")
    {
        var invite = new Invite(api, $"invite.{Interlocked.Increment(ref _rang)}@essai.example");
        var titulaire = role is "chefTitulaire" or "intervenant" ? await api.Sql.ReadAsync<Guid>("select titulaire_id from acces.utilisateurs where user_name = 'chef@titulaire-a.example'") : (Guid?)null;
        var admin = await api.PersonAsync("admin@herault.example");
        invite.Id = (await admin.PostAsync("/comptes", new { nom = "Paulette Essai", identifiant = invite.Identifiant, role, titulaireId = titulaire })).Reussie().Id;
        return invite;
    }

    /// <summary>Invited, accepted, signed in.</summary>
    public static async Task<Invite> EntreAsync(ApiDeTest api, string role = "agent")
    {
        var invite = await AttendAsync(api, role);
        await invite.AccepterAsync(await api.Courriels.LinkAsync(invite.Identifiant));
        return invite;
    }

    /// <summary>Follows the link: chooses a password and enrols the authenticator when it is asked for.</summary>
    public async Task<Reponse> AccepterAsync(string jeton, string motDePasse = MotDePasse)
    {
        var lien = (await Navigateur.PostAsync("/liens/lecture", new { jeton })).Reussie();
        object body = new { jeton, motDePasse };
        if (lien.Corps!["totp"] is { } totp)
        {
            _cle = Decode(totp["cle"]!.ToString());
            body = new { jeton, motDePasse, scelle = totp["scelle"]!.ToString(), code = Code() };
        }

        var answer = (await Navigateur.PostAsync("/liens/acceptation", body)).Reussie();
        if (answer.Corps!["session"] is { } session)
            Navigateur.Carrying(session["jetonAntiforgery"]!.ToString());
        CodesDeSecours = [.. answer.Corps["codesDeSecours"]!.AsArray().Select(c => c!.ToString())];
        return answer;
    }

    /// <summary>What the telephone shows; one that already served does not serve again.</summary>
    /// <param name="pas">Half minutes its clock is early.</param>
    public string Code(int pas = 0) => CodeTotp.Compute(_cle, CodeTotp.StepAt(Instant.FromDateTimeOffset(api.Telephones.GetUtcNow())) + pas);

    /// <summary>Takes another browser, without any cookie.</summary>
    public Appelant AutreNavigateur()
    {
        Navigateur.Dispose();
        return Navigateur = Appelant.Visitor(api.Address);
    }

    public Task<Reponse> DonnerMotDePasseAsync(string motDePasse = MotDePasse) => Navigateur.PostAsync("/session", new { identifiant, motDePasse });

    public async Task<Reponse> DonnerCodeAsync(string code)
    {
        var answer = await Navigateur.PostAsync("/session/second-facteur", new { code });
        if (answer.Corps?["jetonAntiforgery"] is { } token)
            Navigateur.Carrying(token.ToString());
        return answer;
    }

    public void Dispose() => Navigateur.Dispose();

    public static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
