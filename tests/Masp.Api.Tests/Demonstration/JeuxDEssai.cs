using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Masp.Demonstration;
using Masp.Domain.Commun;
using Masp.Testing.Postgres;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Masp.Api.Tests.Demonstration;

/// <summary>Simulations that several tests look at, each lived once.</summary>
internal static class JeuxDEssai
{
    private static readonly Lazy<JeuDeDonnees> DuJour = new(() => Run(DemonstrationDeTest.Jour));

    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveVersionOut } },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The demonstration that the database tests copy.</summary>
    public static JeuDeDonnees Reference => DuJour.Value;

    public static JeuDeDonnees Run(LocalDate date, ulong graine = Simulation.GraineParDefaut, int mesuresEnCours = Simulation.MesuresEnCoursParDefaut) =>
        Simulation.Run(graine, date, mesuresEnCours);

    /// <summary>All that can be read of an aggregate, its row version apart; children sorted, since a database promises no order.</summary>
    public static string Write(AggregateRoot racine)
    {
        var node = JsonSerializer.SerializeToNode(racine, racine.GetType(), Options)!.AsObject();
        foreach (var (nom, enfants) in node.ToList())
        {
            if (enfants is JsonArray array)
                node[nom] = new JsonArray([.. array.Select(e => (JsonNode)e!.ToJsonString()).OrderBy(e => e.ToString(), StringComparer.Ordinal)]);
        }

        return node.ToJsonString();
    }

    public static string Fingerprint(JeuDeDonnees jeu)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var racine in jeu.Racines())
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(racine, racine.GetType(), Options));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(jeu.Series, Options));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static void LeaveVersionOut(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].Name == nameof(AggregateRoot.Version))
                type.Properties.RemoveAt(i);
        }
    }
}
