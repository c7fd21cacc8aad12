namespace Masp.Architecture.Tests.Couches.Plantes;

/// <summary>Planted: what the Domain may not do.</summary>
internal static class DomaineQuiOuvreUneConnexion
{
    public static Npgsql.NpgsqlConnection Open() => new("Host=localhost");
}
