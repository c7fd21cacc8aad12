using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Masp.Architecture.Tests.Maison;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Masp.Architecture.Tests.Couches;

public sealed class CouchesTests
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Ours = new(() =>
        new ArchLoader().LoadAssemblies([.. Assemblages.Couches, typeof(CouchesTests).Assembly]).Build());

    [Theory]
    [InlineData("Masp.Domain")]
    [InlineData("Masp.Application")]
    [InlineData("Masp.Infrastructure")]
    [InlineData("Masp.Api")]
    public void A_layer_references_only_what_it_may(string layer)
    {
        var assembly = Assemblages.Couches.Single(a => a.GetName().Name == layer);

        Assert.Empty(References.Forbidden(layer, assembly.GetReferencedAssemblies().Select(r => r.Name!)));
    }

    [Theory]
    [InlineData("Masp.Domain", "Microsoft.EntityFrameworkCore")]
    [InlineData("Masp.Domain", "Masp.Application")]
    [InlineData("Masp.Application", "Masp.Infrastructure")]
    [InlineData("Masp.Application", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Masp.Application", "Polly.Core")]
    [InlineData("Masp.Infrastructure", "Masp.Api")]
    [InlineData("Masp.Api", "Polly")]
    public void A_planted_reference_is_refused(string layer, string reference) =>
        Assert.Equal([reference], References.Forbidden(layer, ["NodaTime", "System.Runtime", reference]));

    [Fact]
    public void What_is_pure_knows_neither_the_database_nor_the_web() =>
        Assert.True(Pure("Masp.Domain").HasNoViolations(Ours.Value), Explain(Pure("Masp.Domain")));

    [Fact]
    public void A_planted_type_that_opens_a_connection_is_refused() =>
        Assert.False(Pure("Masp.Architecture.Tests.Couches.Plantes").HasNoViolations(Ours.Value));

    private static IArchRule Pure(string @namespace) => Types().That().ResideInNamespaceMatching($"^{@namespace}(\\..*)?$")
        .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(@"^(Npgsql|Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|MediatR|System\.Net\.Http)(\..*)?$"));

    private static string Explain(IArchRule rule) =>
        string.Join('\n', rule.Evaluate(Ours.Value).Where(r => !r.Passed).Select(r => r.Description));
}
