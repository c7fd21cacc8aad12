using System.Globalization;
using CsvHelper;
using Masp.Domain.Commun;
using Masp.Domain.Territoires;
using NodaTime;

namespace Masp.Application.Territoires;

/// <summary>A line of an imported list, with what is wrong with it.</summary>
internal sealed record LigneDeCommune(
    int Ligne, string CodeInsee, string Nom, IReadOnlyList<string> CodesPostaux, int? Population, string Lot, Zone Zone, Commune? Connue, IReadOnlyList<ErreurDeLigneDto> Erreurs)
{
    public EtatLigne EtatOn(LocalDate debut)
    {
        if (Erreurs.Count > 0)
            return EtatLigne.Refusee;
        if (Connue is null)
            return EtatLigne.Nouvelle;
        var same = Connue.Nom == Nom && Connue.Population == Population && Connue.CodesPostaux.SequenceEqual(CodesPostaux)
            && Connue.AffectationOn(debut) is { Demonstration: false } now && now.LotCode == Lot && now.Zone == Zone;
        return same ? EtatLigne.Inchangee : EtatLigne.Modifiee;
    }
}

/// <summary>Reads a list of communes; a bad line is told with its number and its field, and does not hide the others.</summary>
internal static class LectureCsv
{
    private static readonly string[] Colonnes = ["codeInsee", "nom", "codesPostaux", "population", "lot", "zone"];

    public static Result<IReadOnlyList<LigneDeCommune>> Read(string csv, IReadOnlySet<string> lots, IReadOnlyDictionary<string, Commune> known)
    {
        try
        {
            return ReadLines(csv, lots, known);
        }
        catch (CsvFormatException)
        {
            return Error.Invalid("communes.illisible", "Ce fichier n'est pas un CSV lisible : vérifiez les guillemets et les points-virgules.", "csv");
        }
    }

    private static Result<IReadOnlyList<LigneDeCommune>> ReadLines(string csv, IReadOnlySet<string> lots, IReadOnlyDictionary<string, Commune> known)
    {
        var options = new CsvReaderOptions { Separator = ';', TrimWhitespace = true, TrackLineNumbers = true };
        using var reader = CsvReader.FromText(csv.TrimStart('\uFEFF'), options);
        reader.ReadHeader();
        if (Colonnes.Any(c => !reader.TryGetFieldIndex(c, out _)))
            return Error.Invalid("communes.entete", $"La première ligne nomme les colonnes : {string.Join(" ; ", Colonnes)}.", "csv");
        var seen = new HashSet<string>();
        var lines = new List<LigneDeCommune>();
        while (reader.Read())
            lines.Add(Line(reader, lots, known, seen));
        return lines.Count > 0 ? lines : Error.Invalid("communes.vide", "Le fichier ne contient aucune commune.", "csv");
    }

    private static LigneDeCommune Line(CsvReader reader, IReadOnlySet<string> lots, IReadOnlyDictionary<string, Commune> known, HashSet<string> seen)
    {
        var erreurs = new List<ErreurDeLigneDto>();
        var code = Text("codeInsee");
        Check(code.Length == 5 && code.All(char.IsAsciiLetterOrDigit), "codeInsee", "commune.code-insee", "le code INSEE compte cinq caractères.");
        Check(seen.Add(code), "codeInsee", "commune.en-double", "cette commune est déjà dans le fichier.");
        var nom = Text("nom");
        Check(nom.Length is > 0 and <= 100, "nom", "commune.nom", "le nom est obligatoire, cent caractères au plus.");
        var postaux = Text("codesPostaux").Split([' ', ',', '|'], StringSplitOptions.RemoveEmptyEntries);
        Check(postaux.Length > 0 && postaux.All(p => p.Length == 5 && p.All(char.IsAsciiDigit)), "codesPostaux", "commune.code-postal", "chaque code postal compte cinq chiffres.");
        int? population = null;
        if (Text("population") is { Length: > 0 } people)
        {
            var read = int.TryParse(people, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
            Check(read, "population", "commune.population", "la population est un nombre entier.");
            population = read ? count : null;
        }

        var lot = Text("lot");
        Check(lots.Contains(lot), "lot", "commune.lot-inconnu", "ce lot n'est pas connu.");
        var zone = Text("zone").ToLowerInvariant() switch { "urbaine" => Zone.Urbaine, "rurale" => Zone.Rurale, _ => (Zone?)null };
        Check(zone is not null, "zone", "commune.zone", "la zone est « urbaine » ou « rurale ».");
        return new LigneDeCommune((int)reader.LineNumber, code, nom, postaux, population, lot, zone ?? Zone.Urbaine, known.GetValueOrDefault(code), erreurs);

        string Text(string column) => reader.GetString(column);

        void Check(bool right, string field, string errorCode, string message)
        {
            if (!right)
                erreurs.Add(new ErreurDeLigneDto(field, errorCode, message));
        }
    }
}
