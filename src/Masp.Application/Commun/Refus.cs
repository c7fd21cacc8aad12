using Masp.Domain.Commun;

namespace Masp.Application.Commun;

/// <summary>The refusals that belong to no single noun.</summary>
public static class Refus
{
    public static readonly Error Perime = new(
        ErrorKind.Stale, "version.perimee", "Quelqu'un a modifié cet enregistrement entre-temps : relisez-le, puis recommencez.");

    public static readonly Error VersionManquante = new(
        ErrorKind.PreconditionMissing, "version.manquante", "Dites quelle version vous modifiez : l'en-tête If-Match est obligatoire.");

    internal static readonly Error CleReutilisee = Error.Conflict(
        "idempotence.cle-reutilisee", "Cette clé d'idempotence a déjà servi pour une autre demande.");

    public static readonly Error EcritureConcurrente = Error.Conflict(
        "ecriture.concurrente", "Deux personnes ont écrit au même instant : rien n'a été enregistré de votre demande, recommencez.");

    public static Error Introuvable(string nom, string phrase) => Error.NotFound($"{nom}.introuvable", phrase);

    /// <summary>Compares the version the caller saw with the one just locked.</summary>
    /// <param name="version">As locked.</param>
    /// <param name="attendue">From <c>If-Match</c>; null where the caller need not tell.</param>
    public static Error? CheckVersion(uint version, uint? attendue) => attendue is { } seen && seen != version ? Perime : null;
}
