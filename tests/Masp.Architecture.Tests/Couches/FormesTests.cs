using AutoMapper;
using FluentValidation;
using Masp.Architecture.Tests.Maison;
using MediatR;

namespace Masp.Architecture.Tests.Couches;

public sealed class FormesTests
{
    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Assert.Empty(Formes.Open(Assemblages.Tous.SelectMany(a => a.WrittenTypes())));

    [Fact]
    public void A_planted_open_class_is_refused() =>
        Assert.Equal([typeof(ClasseOuverte)], Formes.Open([typeof(ClasseOuverte), typeof(ClasseFermee), typeof(ClasseAbstraite), typeof(Formes)]));

    [Fact]
    public void Handlers_validators_and_mappings_are_internal()
    {
        var types = Assemblages.Application.GetTypes();

        Assert.Empty(Formes.PublicMachinery(types));
        Assert.Contains(types, Formes.IsMachinery);
    }

    [Fact]
    public void A_planted_public_handler_and_validator_are_refused() =>
        Assert.Equal([typeof(TraitementPublic), typeof(ControlePublic)], Formes.PublicMachinery([typeof(TraitementPublic), typeof(ControlePublic), typeof(ControleInterne)]));

    [Fact]
    public void Every_request_has_one_handler() => Assert.Empty(Formes.RequestsWithoutOneHandler(Assemblages.Application.GetTypes()));

    [Fact]
    public void A_planted_request_without_handler_is_refused() =>
        Assert.Equal([typeof(DemandeSansTraitement)], Formes.RequestsWithoutOneHandler([typeof(DemandeSansTraitement), typeof(TraitementPublic), typeof(DemandeTraitee)]));

    public sealed class TraitementPublic : IRequestHandler<DemandeTraitee, int>
    {
        public Task<int> Handle(DemandeTraitee request, CancellationToken cancellationToken) => Task.FromResult(0);
    }

    public sealed class ControlePublic : AbstractValidator<string>;

    internal sealed class ControleInterne : AbstractValidator<string>;

    internal abstract class ClasseAbstraite;

    internal sealed class ClasseFermee : ClasseAbstraite;

#pragma warning disable CA1852 // Planted: an open class is what the rule must see.
    internal class ClasseOuverte;
#pragma warning restore CA1852

    public sealed record DemandeTraitee : IRequest<int>;

    internal sealed record DemandeSansTraitement : IRequest<int>;
}

/// <summary>How a class may be declared.</summary>
internal static class Formes
{
    public static IReadOnlyList<Type> Open(IEnumerable<Type> types) =>
        [.. types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })];

    public static IReadOnlyList<Type> PublicMachinery(IEnumerable<Type> types) => [.. types.Where(type => IsMachinery(type) && type.IsVisible)];

    public static IReadOnlyList<Type> RequestsWithoutOneHandler(IReadOnlyList<Type> types)
    {
        var handled = types.SelectMany(t => t.GetInterfaces()).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .Select(i => i.GetGenericArguments()[0]).ToLookup(request => request);
        return [.. types.Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && t.IsAssignableTo(typeof(IBaseRequest)) && handled[t].Count() != 1)];
    }

    public static bool IsMachinery(Type type) =>
        type is { IsClass: true, IsAbstract: false }
        && (type.IsAssignableTo(typeof(Profile)) || type.IsAssignableTo(typeof(IValidator))
            || Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)));
}
