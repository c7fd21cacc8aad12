using FluentValidation;

namespace Masp.Application.Commun;

/// <summary>The bounds that every text and date of a request respects, each with its code and French sentence.</summary>
internal static class Regles
{
    public static IRuleBuilderOptions<T, string?> Obligatoire<T>(this IRuleBuilder<T, string?> rule, int max) => rule
        .NotEmpty().WithErrorCode("champ.obligatoire").WithMessage("Ce champ est obligatoire.")
        .MaximumLength(max).WithErrorCode("champ.trop-long").WithMessage($"Ce champ est limité à {max} caractères.");

    public static IRuleBuilderOptions<T, string?> Facultatif<T>(this IRuleBuilder<T, string?> rule, int max) => rule
        .MaximumLength(max).WithErrorCode("champ.trop-long").WithMessage($"Ce champ est limité à {max} caractères.");

    public static IRuleBuilderOptions<T, TValue> Choisi<T, TValue>(this IRuleBuilder<T, TValue> rule) => rule
        .NotEmpty().WithErrorCode("champ.obligatoire").WithMessage("Ce champ est obligatoire.");
}
