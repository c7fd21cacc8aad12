using System.Globalization;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <summary>An account, as who keeps it sees it.</summary>
/// <param name="DerniereUtilisation">To within five minutes; null when it never was used.</param>
/// <param name="Fin">Last day it may be used, included.</param>
/// <param name="ApplicationDeCodes">An authenticator is enrolled.</param>
/// <param name="ClesDAcces">How many passkeys are.</param>
/// <param name="SecondFacteurExige">Its role needs one.</param>
public sealed record CompteDAccesDto(
    Guid Id, string Nom, string Identifiant, Role Role, ReferenceDto? Titulaire, ReferenceDto? ServiceReferent, EtatDeCompte Etat, LocalDate? Fin,
    Instant? DerniereUtilisation, bool ApplicationDeCodes, int ClesDAcces, bool SecondFacteurExige, string Version) : IVersionne
{
    internal static string VersionOf(int revision) => revision.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The account of a person, as who invited them sees it: the Administrateur keeps it from there.</summary>
/// <param name="Nom">As the file says it.</param>
public sealed record CompteDeLaPersonneDto(Guid Id, string Nom, string Identifiant);

/// <summary>What may be done with an account today; the first that holds.</summary>
public enum EtatDeCompte
{
    /// <summary>Its invitation was not accepted yet.</summary>
    Invite,

    Actif,

    /// <summary>Too many wrong passwords: for a few minutes.</summary>
    Verrouille,

    Desactive,

    /// <summary>Its leaving date is past.</summary>
    Parti,
}
