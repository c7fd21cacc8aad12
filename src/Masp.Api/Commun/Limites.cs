namespace Masp.Api.Commun;

internal static class Limites
{
    /// <summary>Bytes of a request body: no record comes near it, the import of a list of communes stays below.</summary>
    public const long CorpsMax = 2 * 1024 * 1024;

    /// <summary>A file of 10 MiB, written in base64.</summary>
    public const long FichierMax = 14 * 1024 * 1024;

    /// <summary>The same for a batch of 10,000 lines.</summary>
    public const long LotMax = 12 * 1024 * 1024;
}
