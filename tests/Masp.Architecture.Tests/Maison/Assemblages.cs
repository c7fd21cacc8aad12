using System.Reflection;
using System.Runtime.CompilerServices;

namespace Masp.Architecture.Tests.Maison;

/// <summary>What the rules are asked of.</summary>
internal static class Assemblages
{
    public static readonly Assembly Domain = typeof(Masp.Domain.Commun.AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(Masp.Application.DependencyInjection).Assembly;
    public static readonly Assembly Infrastructure = typeof(Masp.Infrastructure.DependencyInjection).Assembly;
    public static readonly Assembly Api = typeof(Masp.Api.MaspApi).Assembly;

    public static IReadOnlyList<Assembly> Couches { get; } = [Domain, Application, Infrastructure, Api];

    public static IReadOnlyList<Assembly> Tous { get; } =
        [.. Couches, typeof(Masp.Postgres.RepositoryRoot).Assembly, typeof(Masp.Demonstration.JeuDeDonnees).Assembly, Assembly.Load("Masp.Local")];

    /// <summary>Types that somebody wrote: neither the compiler's own nor the migrations, which a tool writes.</summary>
    public static IEnumerable<Type> WrittenTypes(this Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("Masp.", StringComparison.Ordinal) == true
        && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
