namespace Masp.Domain.Commun;

/// <summary>An amount in integer euro cents (R43). Never a binary floating point number.</summary>
/// <param name="Cents">May be negative (a regularisation, an Avoir). Arithmetic is checked: an overflow throws, never wraps.</param>
public readonly record struct Money(long Cents) : IComparable<Money>
{
    public static readonly Money Zero = new(0);

    /// <summary>Euros as a decimal number with exactly two decimals, the form the API speaks.</summary>
    public decimal Euros => new decimal(Cents) / 100m;

    /// <param name="euros">At most two decimals, absolute value at most 10^13.</param>
    /// <returns>Refused with <c>montant.invalide</c> for a third decimal or an amount out of bounds.</returns>
    public static Result<Money> FromEuros(decimal euros, string? field = null)
    {
        // The bound comes first: a hundred times the largest decimal is none.
        if (Math.Abs(euros) > 10_000_000_000_000m || decimal.Truncate(euros * 100m) != euros * 100m)
            return Error.Invalid("montant.invalide", "Le montant doit être en euros, avec deux décimales au plus.", field);
        return new Money((long)(euros * 100m));
    }

    /// <summary>amount × numerator / denominator, rounded half away from zero to the cent (R43: half-up per line).</summary>
    /// <param name="numerator">0 or more.</param>
    /// <param name="denominator">More than 0.</param>
    public Money Prorata(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var product = checked(Math.Abs(Cents) * numerator);
        var rounded = checked(((2 * product) + denominator) / (2L * denominator));
        return new Money(Cents < 0 ? -rounded : rounded);
    }

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (a, b) => a + b);

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>For explanations read by people: <c>1 215,42 €</c> with narrow no-break spaces.</summary>
    public override string ToString()
    {
        var absolute = Math.Abs((decimal)Cents) / 100m;
        var text = absolute.ToString("#,##0.00", Francais.Nombres);
        return (Cents < 0 ? "-" : string.Empty) + text + "\u202f€";
    }

    public static Money operator +(Money a, Money b) => new(checked(a.Cents + b.Cents));

    public static Money operator -(Money a, Money b) => new(checked(a.Cents - b.Cents));

    public static Money operator -(Money a) => new(checked(-a.Cents));

    public static Money operator *(Money a, int quantity) => new(checked(a.Cents * quantity));

    public static bool operator <(Money a, Money b) => a.Cents < b.Cents;

    public static bool operator >(Money a, Money b) => a.Cents > b.Cents;

    public static bool operator <=(Money a, Money b) => a.Cents <= b.Cents;

    public static bool operator >=(Money a, Money b) => a.Cents >= b.Cents;
}
