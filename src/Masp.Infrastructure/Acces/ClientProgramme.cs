using System.Text.Json;
using Masp.Domain.Acces;
using NodaTime;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Masp.Infrastructure.Acces;

/// <summary>A program that signs in with its own secret (OAuth 2 client credentials), within its scopes.</summary>
/// <param name="UtilisateurId">What the journal names as the author of its acts.</param>
public sealed record ClientProgramme(string ClientId, string Nom, string DepartementCode, Role Role, Guid UtilisateurId, IReadOnlyList<string> Scopes)
{
    /// <summary>What OpenIddict keeps. It wants one secret and gets one that nobody knows: ours, two while one replaces the other, are in <see cref="Programme"/>.</summary>
    public OpenIddictApplicationDescriptor Describe()
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = Empreintes.NewSecret(),
            DisplayName = Nom,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        foreach (var scope in Scopes)
            descriptor.Permissions.Add(Permissions.Prefixes.Scope + scope);
        descriptor.Properties["masp"] = JsonSerializer.SerializeToElement(new Attache(DepartementCode, Role.ToString(), UtilisateurId));
        return descriptor;
    }

    /// <summary>What we keep, with its first secret.</summary>
    public Programme Open(string secret, Guid secretId, Instant now)
    {
        var programme = new Programme
        {
            Id = UtilisateurId,
            ClientId = ClientId,
            DepartementCode = DepartementCode,
            Nom = Nom,
            Role = Role,
            Scopes = [.. Scopes],
            CreeLe = now,
        };
        programme.Secrets.Add(new SecretDeProgramme { Id = secretId, Empreinte = Empreintes.Of(secret), CreeLe = now });
        return programme;
    }

    /// <summary>What a registered client acts as.</summary>
    public static Acteur ActeurOf(IReadOnlyDictionary<string, JsonElement> properties)
    {
        var attache = properties["masp"].Deserialize<Attache>()!;
        return new Acteur(attache.DepartementCode, attache.UtilisateurId, Enum.Parse<Role>(attache.Role));
    }

    private sealed record Attache(string DepartementCode, string Role, Guid UtilisateurId);
}
