using System.Reflection;
using System.Text.RegularExpressions;

namespace Masp.Architecture.Tests.Vocabulaire;

/// <summary>The glossary's forbidden words: the trade has its own, and one word means one thing.</summary>
internal static partial class Glossaire
{
    /// <summary>English words that stand in the way of a noun of the trade, and that noun.</summary>
    private static readonly Dictionary<string, string> Forbidden = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Measure"] = "Mesure",
        ["Operator"] = "Titulaire",
        ["Contractor"] = "Titulaire",
        ["Holder"] = "Titulaire",
        ["Client"] = "Beneficiaire",
        ["Customer"] = "Beneficiaire",
        ["Beneficiary"] = "Beneficiaire",
        ["Order"] = "BonDeCommande",
        ["Meeting"] = "Rencontre",
        ["Visit"] = "Rencontre",
        ["Report"] = "Bilan",
        ["Invoice"] = "Facture",
        ["Tariff"] = "Tarif",
        ["Deadline"] = "Echeance",
    };

    /// <summary>Names where the word means a thing of machinery, with the reason.</summary>
    private static readonly Dictionary<string, string> Machinery = new()
    {
        ["ClientProgramme"] = "OAuth 2 calls a program that signs in its client",
        ["ClientId"] = "OAuth 2 calls a program that signs in its client",
        ["ClientSecret"] = "OAuth 2 calls a program that signs in its client",
        ["clientId"] = "OAuth 2 calls a program that signs in its client",
        ["ClientFolder"] = "the web client of the architecture, folder client/",
        ["clientFolder"] = "the web client of the architecture, folder client/",
        ["UseClient"] = "the web client of the architecture, folder client/",
        ["client"] = "the web client of the architecture, folder client/",
        ["Report"] = "IProgress reports how far a long task is",
        ["report"] = "IProgress reports how far a long task is",
        ["ClientBuild"] = "the web client of the architecture, folder client/",
    };

    /// <returns>Each forbidden name, where it stands, and the word of the trade.</returns>
    public static IReadOnlyList<string> Refused(IEnumerable<Type> types) =>
    [
        .. from type in types
           from name in Names(type)
           where !Machinery.ContainsKey(name)
           let word = Words(name).FirstOrDefault(w => Forbidden.ContainsKey(Singular(w)))
           where word is not null
           select $"{type.FullName}: {name} says {word}, the trade says {Forbidden[Singular(word)]}",
    ];

    public static IEnumerable<string> Words(string name) => Word().Matches(name).Select(m => m.Value);

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? word[..^3] + "y" : word.Length > 1 && word[^1] == 's' ? word[..^1] : word;

    private static IEnumerable<string> Names(Type type)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return type.Name.Split('`')[0];
        foreach (var member in type.GetMembers(own).Where(m => !m.Name.Contains('<', StringComparison.Ordinal) && m.MemberType != MemberTypes.NestedType))
        {
            var method = member as MethodBase;
            if (method is MethodInfo { IsVirtual: true } overriding && overriding.GetBaseDefinition() != overriding)
                continue;
            if (method is null or { IsSpecialName: false })
                yield return member.Name.Split('.')[^1];
            foreach (var parameter in method?.GetParameters() ?? [])
                if (parameter.Name is { } name)
                    yield return name;
        }
    }

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
