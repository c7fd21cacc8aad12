using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Titulaires;

internal static class TitulaireDeLAppelant
{
    /// <summary>The Titulaire that is meant: the caller's own, or the one the SAFPM names.</summary>
    /// <returns>Refused with <c>titulaire.obligatoire</c>, or <c>titulaire.inconnu</c>, also for another than the own.</returns>
    public static async Task<Result<Guid>> FindAsync(IMaspDbContext db, Acteur acteur, Guid? asked, CancellationToken cancellationToken)
    {
        if ((asked ?? acteur.TitulaireId) is not { } id)
            return Error.Invalid("titulaire.obligatoire", "Dites de quel titulaire il s'agit.", "titulaireId");
        var allowed = acteur.SeesEveryFile || acteur.TitulaireId == id;
        return allowed && await db.Titulaires.AnyAsync(t => t.Id == id, cancellationToken)
            ? id
            : Error.Invalid("titulaire.inconnu", "Ce titulaire n'est pas connu.", "titulaireId");
    }
}
