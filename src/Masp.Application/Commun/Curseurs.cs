using Masp.Domain.Commun;
using NodaTime;
using NodaTime.Text;

namespace Masp.Application.Commun;

/// <summary>Cursors of lists sorted by a date, then by id.</summary>
public static class Curseurs
{
    public static Error Refuse => Error.Invalid("liste.curseur-invalide", "Ce curseur n'est pas l'un des nôtres : reprenez la liste au début.", "apres");

    /// <returns>False when the cursor is not one of such a list; true with nulls when there is none.</returns>
    public static bool ReadDate(Curseur? curseur, out LocalDate? date, out Guid? id)
    {
        date = null;
        id = null;
        if (curseur is null)
            return true;
        var parsed = LocalDatePattern.Iso.Parse(curseur.Valeur ?? string.Empty);
        if (!parsed.Success || !Guid.TryParse(curseur.Cle, out var key))
            return false;
        date = parsed.Value;
        id = key;
        return true;
    }

    public static Curseur Of(LocalDate date, Guid id) => new(LocalDatePattern.Iso.Format(date), id.ToString());
}
