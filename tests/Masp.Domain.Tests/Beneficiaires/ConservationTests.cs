using Masp.Domain.Beneficiaires;
using NodaTime;
using Xunit;

namespace Masp.Domain.Tests.Beneficiaires;

/// <summary>R63: active until two years after the last contact, the anniversary included.</summary>
public sealed class ConservationTests
{
    private static readonly LocalDate Contact = new(2024, 3, 15);

    [Theory]
    [InlineData("2024-03-15", false)]
    [InlineData("2026-03-14", false)]
    [InlineData("2026-03-15", false)]
    [InlineData("2026-03-16", true)]
    [InlineData("2030-01-01", true)]
    public void A_file_is_due_from_the_day_after_the_anniversary(string jour, bool echue)
    {
        var conservation = Conservation.Of(Contact, NatureContact.FinDeContrat, false, 2, Day(jour));

        Assert.Equal((echue, new LocalDate(2026, 3, 15)), (conservation.Echue, conservation.ActifJusquau));
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    public void A_contact_of_29_February_is_kept_until_28_February(string jour, bool echue) =>
        Assert.Equal(echue, Conservation.Of(new LocalDate(2024, 2, 29), NatureContact.Decision, false, 2, Day(jour)).Echue);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void The_number_of_years_is_a_parameter(int ans, bool echue) =>
        Assert.Equal(echue, Conservation.Of(Contact, NatureContact.Decision, false, ans, new LocalDate(2026, 3, 16)).Echue);

    [Fact]
    public void A_file_on_which_something_runs_is_never_due() =>
        Assert.False(Conservation.Of(Contact, NatureContact.Demande, true, 2, new LocalDate(2040, 1, 1)).Echue);

    [Fact]
    public void The_sentence_says_the_contact_the_delay_and_what_follows()
    {
        Assert.Equal(
            "Dernier contact le 15 mars 2024 (fin de contrat), 2 ans de conservation jusqu'au 15 mars 2026 inclus : à archiver depuis le 16 mars 2026 (R63).",
            Conservation.Of(Contact, NatureContact.FinDeContrat, false, 2, new LocalDate(2026, 3, 16)).Explication);
        Assert.Equal(
            "Dernier contact le 15 mars 2024 (avis de la commission), 1 an de conservation jusqu'au 15 mars 2025 inclus : actif (R63).",
            Conservation.Of(Contact, NatureContact.Avis, false, 1, new LocalDate(2025, 3, 15)).Explication);
        Assert.Equal(
            "Dernier contact le 15 mars 2024 (demande). Actif : une demande, un bon de commande ou une mesure est en cours (R63).",
            Conservation.Of(Contact, NatureContact.Demande, true, 2, new LocalDate(2026, 3, 16)).Explication);
    }

    [Fact]
    public void Every_nature_of_contact_has_a_word() =>
        Assert.All(Enum.GetValues<NatureContact>(), nature => Assert.Contains("(", Conservation.Of(Contact, nature, false, 2, Contact).Explication, StringComparison.Ordinal));

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
