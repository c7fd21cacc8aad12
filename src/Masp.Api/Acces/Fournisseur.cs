namespace Masp.Api.Acces;

/// <summary>Section <c>Acces:OpenIdConnect</c>: an outside provider that says who somebody is. None without <see cref="Autorite"/>.</summary>
internal sealed class Fournisseur
{
    public const string Section = "Acces:OpenIdConnect";
    public const string Scheme = "externe";
    public const string Retour = "/connect/externe";
    public const string Sortie = "/connect/externe/sortie";

    /// <summary>As the sign-in page names it: « ProConnect ».</summary>
    public string Nom { get; set; } = "Fournisseur d'identité";

    /// <summary>Where its discovery document is, without <c>/.well-known</c>.</summary>
    public string? Autorite { get; set; }

    public string ClientId { get; set; } = string.Empty;

    public string ClientSecret { get; set; } = string.Empty;

    public string Scopes { get; set; } = "openid email profile";

    /// <summary><c>acr_values</c>, when the provider is asked for a level: <c>eidas1</c>.</summary>
    public string? Acr { get; set; }

    /// <summary>Its addresses are taken as verified though it does not say <c>email_verified</c>: ProConnect answers for them itself.</summary>
    public bool CourrielVerifie { get; set; }

    /// <summary>Who comes from there has proven who they are twice; otherwise our own second factor is asked for where the role wants one.</summary>
    public bool VautSecondFacteur { get; set; }
}
