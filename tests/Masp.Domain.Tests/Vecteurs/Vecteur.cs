using NodaTime;
using NodaTime.Text;

namespace Masp.Domain.Tests.Vecteurs;

/// <summary>Rows of the vector files, semicolons between the fields, first line the names of the columns.</summary>
internal static class Vecteur
{
    public static IEnumerable<string[]> Read(string fichier) =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Vecteurs", fichier))
            .Skip(1)
            .Where(ligne => ligne.Length > 0)
            .Select(ligne => ligne.Split(';'));

    public static LocalDate Date(string texte) => LocalDatePattern.Iso.Parse(texte).Value;
}
