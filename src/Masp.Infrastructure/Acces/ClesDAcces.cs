using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>A question for the browser's authenticator.</summary>
/// <param name="Options">For <c>navigator.credentials</c>, as JSON.</param>
/// <param name="Etat">To be brought back with the answer.</param>
public sealed record QuestionDeCle(string Options, string Etat);

/// <summary>
/// Passkeys (WebAuthn). What was asked travels sealed with the question, so no replica has to remember it; it serves once.
/// </summary>
public sealed class ClesDAcces(IPasskeyHandler<Utilisateur> handler, UserManager<Utilisateur> users, Scelles scelles)
{
    private const string Creation = "passkey-creation";
    private const string Assertion = "passkey-assertion";

    private static readonly Duration Reponse = Duration.FromMinutes(5);

    public async Task<QuestionDeCle> AskForNewAsync(Utilisateur user, HttpContext http)
    {
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Nom };
        var asked = await handler.MakeCreationOptionsAsync(entity, http);
        return new QuestionDeCle(asked.CreationOptionsJson, scelles.Seal(Creation, asked.AttestationState, Reponse));
    }

    /// <returns>Null when the answer is not to what was asked of this account.</returns>
    public async Task<UserPasskeyInfo?> ReadNewAsync(Utilisateur user, string etat, string reponse, HttpContext http)
    {
        if (await scelles.OpenOnceAsync<string>(Creation, etat, http.RequestAborted) is not { } state)
            return null;
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = reponse, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == user.Id.ToString() ? result.Passkey : null;
    }

    /// <summary>Whoever holds a passkey may answer: it says itself whose it is.</summary>
    public async Task<QuestionDeCle> AskAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        return new QuestionDeCle(asked.RequestOptionsJson, scelles.Seal(Assertion, asked.AssertionState ?? string.Empty, Reponse));
    }

    /// <returns>Whose passkey answered; null for a wrong answer, one given before, or a key that nobody has.</returns>
    public async Task<Utilisateur?> RecogniseAsync(string etat, string reponse, HttpContext http)
    {
        if (await scelles.OpenOnceAsync<string>(Assertion, etat, http.RequestAborted) is not { } state)
            return null;
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = reponse, AssertionState = state });
        if (!result.Succeeded)
            return null;
        await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }
}
