using Masp.Api.Commun;
using Masp.Application.Journal;
using Masp.Domain.Commun;
using NodaTime;
using NodaTime.Text;

namespace Masp.Api.Journal;

/// <summary>The journals as rows of a spreadsheet.</summary>
internal static class ExportsDeJournal
{
    public static readonly string[] Actes =
    [
        "numero", "instant", "utilisateurId", "nom", "role", "organisme", "acte", "libelle", "nature", "objet", "cle", "beneficiaireId", "mesureId", "changements", "requeteId", "scelle",
    ];

    public static readonly string[] Acces =
    [
        "numero", "instant", "utilisateurId", "nom", "role", "organisme", "operation", "libelle", "nature", "objet", "objetId", "beneficiaireId", "mesureId", "filtres", "nombre", "requeteId",
        "scelle",
    ];

    public static readonly string[] Blocs = ["numero", "instant", "instantMicros", "actes", "acces", "lignes", "precedent", "empreinte"];

    /// <summary>The rows as a file; a refusal as everywhere.</summary>
    public static async Task<IResult> ToCsvAsync<T>(this Result<IAsyncEnumerable<T>> rows, HttpContext http, string nom, string[] entetes, Func<T, IEnumerable<object?>> cells)
    {
        if (!rows.IsSuccess)
            return Problemes.Of(rows.Errors);
        await http.RequestServices.GetRequiredService<Masp.Application.Commun.LectureDirecte>().NoteAsync(http.RequestAborted);
        await Csv.WriteAsync(http, nom, entetes, rows.Value, cells);
        return Results.Empty;
    }

    public static IEnumerable<object?> Cells(ActeJournaliseDto a) =>
    [
        a.Id, Text(a.Instant), a.Auteur.Id, a.Auteur.Nom, a.Auteur.Role, a.Auteur.Organisme, a.Acte, a.Libelle, a.Nature, a.Objet, a.Cle, a.BeneficiaireId, a.MesureId,
        a.Effacees ? "valeurs effacées sous visa" : string.Join(" | ", a.Changements.Select(c => $"{c.Champ} : {c.Avant} → {c.Apres}")), a.RequeteId, Word(a.Scelle),
    ];

    public static IEnumerable<object?> Cells(AccesDto a) =>
    [
        a.Id, Text(a.Instant), a.Auteur.Id, a.Auteur.Nom, a.Auteur.Role, a.Auteur.Organisme, a.Operation, a.Libelle, a.Nature, a.Objet, a.ObjetId, a.BeneficiaireId, a.MesureId,
        string.Join(", ", a.Filtres), a.Nombre, a.RequeteId, Word(a.Scelle),
    ];

    public static IEnumerable<object?> Cells(BlocDto b) => [b.Numero, Text(b.Instant), b.InstantMicros, b.Actes, b.Acces, b.Lignes, b.Precedent, b.Empreinte];

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static string Word(bool scelle) => scelle ? "oui" : "non";
}
