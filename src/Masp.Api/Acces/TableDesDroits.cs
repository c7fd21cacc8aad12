using System.Globalization;
using System.Text;
using Masp.Api.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using NodaTime;

namespace Masp.Api.Acces;

/// <summary>The rights as a page in French, written from the rules and the routes: what docs/acces.md holds, compared by a test.</summary>
public static class TableDesDroits
{
    private static readonly Guid Mien = new("00000000-0000-7000-8000-000000000001");
    private static readonly LocalDate Jour = new(2026, 1, 1);

    private static readonly IReadOnlyList<Role> Roles = Enum.GetValues<Role>();

    /// <param name="services">Of the built application: its routes say which act each operation does.</param>
    public static string Write(IServiceProvider services)
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Qui peut quoi

            Page écrite par `dotnet run --project src/Masp.Api -- droits docs/acces.md` depuis les règles (`src/Masp.Domain/Acces`) et les routes ; un test la compare.
            Un rôle sans droit sur un acte reçoit 403. Un dossier que l'on ne doit pas connaître reçoit 404, comme s'il n'existait pas.

            ## Les rôles


            """);
        foreach (var (role, rank) in Roles.Select((r, i) => (r, i + 1)))
            page.Append(CultureInfo.InvariantCulture, $"{rank}. {Mots.Of(role)}\n");
        page.Append("\n## Les actes, par rôle\n\n");
        Row(page, ["acte", .. Roles.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture)), "opérations"]);
        Row(page, ["---", .. Roles.Select(_ => ":-:"), "---"]);
        var operations = Operations(services);
        foreach (var acte in Enum.GetValues<Acte>())
            Row(page, [Mots.Of(acte), .. Roles.Select(r => Droits.May(r, acte) ? "●" : " "), string.Join(", ", operations[acte].Order(StringComparer.Ordinal))]);
        page.Append("\n## Ce que chacun voit\n\n« tout » : de son département ; « les siens » : seulement ce dont il est partie.\n\n");
        Row(page, ["nature", .. Roles.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]);
        Row(page, ["---", .. Roles.Select(_ => ":-:")]);
        foreach (var nature in Enum.GetValues<NatureCible>())
            Row(page, [Mots.Of(nature), .. Roles.Select(r => Extent(r, nature))]);
        page.Append("\n## Les règles\n\n");
        foreach (var raison in Raisons())
            page.Append(CultureInfo.InvariantCulture, $"- {raison}\n");
        return page.ToString();
    }

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Extent(Role role, NatureCible nature) =>
        (Droits.Sees(Acteur(role), Own(nature) with { Auteur = Organisme.Of(Acteur(role)) }, Jour).Admis, Droits.Sees(Acteur(role), new Cible(nature, "34"), Jour).Admis) switch
        {
            (true, true) => "tout",
            (true, false) => "les siens",
            _ => " ",
        };

    /// <summary>Every sentence that the rules have for somebody, in the order of their numbers.</summary>
    private static IEnumerable<string> Raisons() => (
        from role in Roles
        from nature in Enum.GetValues<NatureCible>()
        from cible in new[] { Own(nature), new Cible(nature, "34"), new Cible(nature, "35"), HandedOver(nature, Jour.PlusDays(-9)), HandedOver(nature, Jour) }
        from acteur in new[] { Acteur(role), Acteur(role) with { Validite = Periode.Of(Jour.PlusDays(1)) } }
        select Droits.Sees(acteur, cible, Jour).Raison).Distinct().Order(StringComparer.Ordinal);

    private static Acteur Acteur(Role role) => new(
        "34", Mien, role, role is Role.ChefTitulaire or Role.Intervenant ? Mien : null, role == Role.Referent ? Mien : null, role == Role.Beneficiaire ? Mien : null,
        role == Role.Auditeur ? Periode.Of(Jour, Jour) : null);

    private static Cible Own(NatureCible nature) => new(nature, "34")
    {
        Titulaires = [new PartieTitulaire(Mien, Periode.Of(Jour))],
        Intervenants = [new PartieIntervenant(Mien, Mien, Periode.Of(Jour))],
        ServicesReferents = [Mien],
        BeneficiaireId = Mien,
        Utilisateurs = [Mien],
    };

    private static Cible HandedOver(NatureCible nature, LocalDate line) => Own(nature) with
    {
        Titulaires = [new PartieTitulaire(Mien, Periode.Of(Jour.PlusDays(-30), Jour.PlusDays(-5)))],
        Jour = line,
    };

    private static ILookup<Acte, string> Operations(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<ActeDeRoute>() is not null)
            .ToLookup(e => e.Metadata.GetRequiredMetadata<ActeDeRoute>().Acte, e => e.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName);
}
