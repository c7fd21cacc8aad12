namespace Masp.Benchmarks.Banc;

/// <summary>What the command line asks for.</summary>
/// <param name="Rapide">Shorter rounds and fewer: to look, not to publish.</param>
/// <param name="Donnees">Folder that keeps the databases for the next run; a temporary one, erased at the end, when null.</param>
/// <param name="Travail">Part of the name of the only works to run; all when null.</param>
internal sealed record Options(bool Rapide, string? Donnees, string? Travail)
{
    public const string Usage = "compare [--rapide] [--donnees DOSSIER] [--travail NOM]";

    /// <summary>Connections of a closed loop over HTTP.</summary>
    public const int Clients = 16;

    /// <summary>Callers who allocate at once.</summary>
    public const int Attributeurs = 8;

    /// <summary>Pairs of rounds, ours then the floor.</summary>
    public int Rondes => Rapide ? 3 : 7;

    public TimeSpan Ronde => TimeSpan.FromSeconds(Rapide ? 1.5 : 4);

    /// <returns>Null when the arguments are not ours.</returns>
    public static Options? Parse(string[] args)
    {
        if (args is not ["compare", .. var rest])
            return null;
        var options = new Options(Rapide: false, Donnees: null, Travail: null);
        for (var i = 0; i < rest.Length; i++)
        {
            switch (rest[i])
            {
                case "--rapide":
                    options = options with { Rapide = true };
                    break;
                case "--donnees" when i + 1 < rest.Length:
                    options = options with { Donnees = Path.GetFullPath(rest[++i]) };
                    break;
                case "--travail" when i + 1 < rest.Length:
                    options = options with { Travail = rest[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    public bool Wants(string travail) => Travail is null || travail.Contains(Travail, StringComparison.OrdinalIgnoreCase);
}
