using Spectre.Console;

namespace Masp.Local.Ecran;

/// <summary>The accounts of the demonstration; they exist only with its data.</summary>
internal static class Comptes
{
    public static Table People() =>
        new Table().Title("Comptes de démonstration, mot de passe : Masp-demo-2026!").Border(TableBorder.Rounded)
            .AddColumns("Identifiant", "Qui")
            .AddRow("agent@herault.example", "agent du SAFPM")
            .AddRow("decideur@herault.example", "décideur du SAFPM")
            .AddRow("comptable@herault.example", "comptable du SAFPM")
            .AddRow("chef@titulaire-a.example", "chef de service du titulaire A")
            .AddRow("intervenant@titulaire-a.example", "intervenant du titulaire A")
            .AddRow("chef@titulaire-b.example", "chef de service du titulaire B")
            .AddRow("referent@ccas.example", "service référent (CCAS)")
            .AddRow("admin@herault.example", "administrateur");

    public static Table Programs() =>
        new Table().Title("Programmes (OAuth 2, POST /connect/token)").Border(TableBorder.Rounded)
            .AddColumns("client_id", "client_secret", "Portées")
            .AddRow("demo-integrateur", "demo-integrateur-secret", "masp.lecture masp.ecriture")
            .AddRow("demo-exports", "demo-exports-secret", "masp.exports");
}
