using Masp.Domain.Commun;
using Xunit;

namespace Masp.Domain.Tests.Commun;

public sealed class ResultTests
{
    private static readonly Error Refus = Error.Conflict("mesure.close", "La mesure est close.");

    [Fact]
    public void A_success_has_its_value_and_no_error()
    {
        Result<int> result = 3;

        Assert.True(result.IsSuccess);
        Assert.Equal(3, result.Value);
        Assert.Null(result.Error);
        Assert.Empty(result.Errors);
        Assert.Equal("6", result.Map(valeur => valeur * 2).Match(valeur => $"{valeur}", _ => "refus"));
    }

    [Fact]
    public void A_refusal_has_its_reasons_and_no_value()
    {
        Result<int> result = Refus;

        Assert.False(result.IsSuccess);
        Assert.Same(Refus, result.Error);
        Assert.Contains("mesure.close", Assert.Throws<InvalidOperationException>(() => result.Value).Message, StringComparison.Ordinal);
        Assert.Same(Refus, result.Map(valeur => valeur * 2).Error);
        Assert.Equal("mesure.close", result.Match(_ => "valeur", erreurs => erreurs[0].Code));
    }

    [Fact]
    public void The_first_of_several_reasons_decides()
    {
        var result = Result<Done>.Refuse([Refus, Error.Invalid("champ.vide", "Ce champ est obligatoire.", "nom")]);

        Assert.Equal(ErrorKind.Conflict, result.Error?.Kind);
        Assert.Equal(2, result.Errors.Count);
    }

    [Fact]
    public void A_refusal_without_reason_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(() => Result<Done>.Refuse([]));
}
