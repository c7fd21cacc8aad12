using Masp.Domain.Acces;
using Masp.Infrastructure.Acces;
using Spectre.Console;

namespace Masp.Local.Ecran;

/// <summary>Who can sign in to the demonstration; they exist only with its data.</summary>
internal static class Comptes
{
    public static Table People()
    {
        var table = new Table().Title($"Comptes de démonstration, mot de passe : {ComptesDeDemonstration.MotDePasse}").Border(TableBorder.Rounded)
            .AddColumns("Identifiant", "Rôle");
        foreach (var compte in ComptesDeDemonstration.Comptes)
            table.AddRow(compte.Identifiant, Mots.Of(compte.Role));
        return table;
    }

    public static Table Programs()
    {
        var table = new Table().Title("Programmes (OAuth 2, POST /connect/token)").Border(TableBorder.Rounded)
            .AddColumns("client_id", "client_secret", "Portées");
        foreach (var programme in ComptesDeDemonstration.Programmes)
            table.AddRow(programme.ClientId, programme.Secret, string.Join(' ', programme.Scopes));
        return table;
    }
}
