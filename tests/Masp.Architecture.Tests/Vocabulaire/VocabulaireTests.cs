using Masp.Architecture.Tests.Maison;

namespace Masp.Architecture.Tests.Vocabulaire;

public sealed class VocabulaireTests
{
    [Fact]
    public void The_code_speaks_the_words_of_the_trade() => Assert.Empty(Glossaire.Refused(Assemblages.Tous.SelectMany(a => a.WrittenTypes())));

    [Fact]
    public void Planted_English_nouns_are_refused_in_types_members_and_parameters() => Assert.Equal(
        [
            "InvoiceLine says Invoice, the trade says Facture",
            "ListOrders says Orders, the trade says BonDeCommande",
            "beneficiaries says beneficiaries, the trade says Beneficiaire",
            "Deadline says Deadline, the trade says Echeance",
        ],
        Glossaire.Refused([typeof(InvoiceLine)]).Select(refusal => refusal.Split(": ")[1]));

    [Theory]
    [InlineData("Reporter", "Reporter")]
    [InlineData("TourDeRole", "Tour", "De", "Role")]
    [InlineData("HTTPClient2", "HTTP", "Client")]
    [InlineData("recusParOrdre", "recus", "Par", "Ordre")]
    public void Words_are_cut_where_capitals_say(string name, params string[] words) => Assert.Equal(words, Glossaire.Words(name));

    [Fact]
    public void A_word_inside_another_is_not_a_word() => Assert.Empty(Glossaire.Refused([typeof(Ordonnancement)]));

    internal static class InvoiceLine
    {
        public static string Deadline => string.Empty;

        public static int ListOrders(IReadOnlyList<string> beneficiaries) => beneficiaries.Count;
    }

    internal static class Ordonnancement
    {
        public static int Reportage(int visiteurs) => visiteurs;
    }
}
