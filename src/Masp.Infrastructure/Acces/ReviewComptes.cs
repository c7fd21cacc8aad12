using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Infrastructure.Acces;

/// <param name="Par">Who did it.</param>
/// <param name="Comptes">Accounts open on that day.</param>
public sealed record RevueDto(Guid Id, LocalDate Date, string Par, int Comptes, string? Remarque);

/// <param name="Remarque">What was found, up to 2,000 characters.</param>
public sealed record NouvelleRevue(string? Remarque = null);

/// <summary>The yearly look at who has an account: that it was done, when and by whom.</summary>
public sealed class ReviewComptes(UniteDAcces unite, AccesDbContext db, ListComptes comptes, Identifiants identifiants, Horloge horloge)
{
    private const int RemarqueMax = 2000;

    public async Task<Result<RevueDto>> RecordAsync(Acteur acteur, NouvelleRevue revue, CancellationToken cancellationToken)
    {
        if (revue.Remarque?.Length > RemarqueMax)
            return Error.Invalid("champ.trop-long", $"Ce champ est limité à {RemarqueMax} caractères.", "remarque");
        var row = new RevueDesComptes
        {
            Id = identifiants.Next(),
            DepartementCode = acteur.DepartementCode,
            Date = horloge.Aujourdhui,
            UtilisateurId = acteur.UtilisateurId,
            Comptes = await comptes.CountOpenAsync(acteur, cancellationToken),
            Remarque = revue.Remarque,
        };
        var done = await unite.RunAsync<Done>(
            acteur,
            () =>
            {
                db.Revues.Add(row);
                return Task.FromResult<Result<Done>>(Done.Value);
            },
            cancellationToken);
        return done.IsSuccess ? (await ReadAsync(acteur, r => r.Id == row.Id, cancellationToken))[0] : done.Error;
    }

    /// <summary>Latest first.</summary>
    public async Task<Result<Liste<RevueDto>>> ListAsync(Acteur acteur, CancellationToken cancellationToken) =>
        new Liste<RevueDto>(await ReadAsync(acteur, _ => true, cancellationToken), null);

    private Task<List<RevueDto>> ReadAsync(Acteur acteur, System.Linq.Expressions.Expression<Func<RevueDesComptes, bool>> which, CancellationToken cancellationToken) =>
        (from review in db.Revues.AsNoTracking().Where(r => r.DepartementCode == acteur.DepartementCode).Where(which)
         join user in db.Users on review.UtilisateurId equals user.Id
         orderby review.Date descending, review.Id descending
         select new RevueDto(review.Id, review.Date, user.Nom, review.Comptes, review.Remarque)).Take(Pagination.TailleMax).ToListAsync(cancellationToken);
}
