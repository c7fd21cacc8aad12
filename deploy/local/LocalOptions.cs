using System.Globalization;
using Masp.Postgres;
using NodaTime;
using NodaTime.Text;

namespace Masp.Local;

/// <param name="Port">TCP port of the address to open, 1 to 65535.</param>
/// <param name="Reset">Erase the data first.</param>
/// <param name="SansDemo">Leave the database empty: no demonstration, no demonstration account.</param>
/// <param name="Date">The day the application believes it is; null for the real one.</param>
/// <param name="Donnees">Folder of the data, one instance at a time.</param>
/// <param name="National">The demonstration at the scale of the country: 10,900 running measures.</param>
internal sealed record LocalOptions(int Port, bool Reset, bool SansDemo, LocalDate? Date, string Donnees, bool National)
{
    /// <summary>Running measures of the demonstration with <c>--national</c>.</summary>
    public const int MesuresNational = 10_900;

    // The days the demonstration can be lived up to.
    private static readonly LocalDate PremierJour = new(2022, 3, 1);
    private static readonly LocalDate DernierJour = new(2099, 12, 31);

    public const string Usage = """
        dotnet run --project deploy/local -- [options]

          --port N            port de l'adresse à ouvrir (5080)
          --donnees DOSSIER   où garder les données (.donnees à la racine du projet) ; un dossier par instance
          --date AAAA-MM-JJ   le jour où l'application croit être, et jusqu'auquel va la démonstration
          --national          démonstration à l'échelle du pays : 10 900 mesures en cours
          --sans-demo         base vide, sans comptes de démonstration
          --reset             efface d'abord les données du dossier
          --aide              ce texte

        dotnet run --project deploy/local -- verifier-journal [--donnees DOSSIER] [--tete NUMERO:EMPREINTE] [--toucher NUMERO]

          recalcule la chaîne des deux journaux et nomme la première ligne touchée ; l'application peut tourner à côté
          --tete N:EMPREINTE  vérifie aussi qu'une tête exportée plus tôt est toujours dans la chaîne
          --toucher N         d'abord modifie l'acte N comme un administrateur de la base le pourrait, puis le remet : pour voir

        ConnectionStrings__Masp (variable d'environnement) : un PostgreSQL déjà là, à la place de celui du programme.
        """;

    /// <returns>The options, or null and what to tell the person: the usage when asked for, else what was not understood.</returns>
    public static (LocalOptions? Options, string Refusal) Parse(IReadOnlyList<string> args)
    {
        var options = new LocalOptions(5080, false, false, null, "", false);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = Split(args, ref i);
            switch (name)
            {
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535:
                    options = options with { Port = port };
                    break;
                case "--port":
                    return (null, $"--port attend un nombre de 1 à 65535, pas « {value} ».");
                case "--date" when value is not null && LocalDatePattern.Iso.Parse(value) is { Success: true } date && date.Value >= PremierJour && date.Value <= DernierJour:
                    options = options with { Date = date.Value };
                    break;
                case "--date":
                    return (null, $"--date attend un jour écrit AAAA-MM-JJ, du 2022-03-01 au 2099-12-31, pas « {value} ».");
                case "--donnees" when value is not null:
                    options = options with { Donnees = Path.GetFullPath(value) };
                    break;
                case "--donnees":
                    return (null, "--donnees attend un dossier.");
                case "--reset":
                    options = options with { Reset = true };
                    break;
                case "--sans-demo":
                    options = options with { SansDemo = true };
                    break;
                case "--national":
                    options = options with { National = true };
                    break;
                case "--aide" or "--help" or "-h":
                    return (null, Usage);
                default:
                    return (null, $"Option inconnue : {name}\n\n{Usage}");
            }
        }

        if (options is { SansDemo: true, National: true })
            return (null, "--sans-demo et --national se contredisent : choisissez l'un des deux.");
        return (options.Donnees.Length > 0 ? options : options with { Donnees = Path.Combine(RepositoryRoot.Find(), ".donnees") }, "");
    }

    /// <summary>Takes <c>--nom valeur</c> and <c>--nom=valeur</c> alike.</summary>
    private static (string Name, string? Value) Split(IReadOnlyList<string> args, ref int i)
    {
        var equals = args[i].IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
            return (args[i][..equals], args[i][(equals + 1)..]);
        var name = args[i];
        var takesValue = name is "--port" or "--date" or "--donnees";
        return (name, takesValue && i + 1 < args.Count ? args[++i] : null);
    }
}
