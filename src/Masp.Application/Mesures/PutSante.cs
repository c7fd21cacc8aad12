using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using Masp.Domain.Mesures;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures;

/// <summary>Replaces what is known of the person's health; an empty text takes it out (R62).</summary>
/// <param name="Version">As last read: <c>0</c> while nobody wrote any.</param>
public sealed record PutSante(Guid MesureId, string? Texte, uint Version) : ICommand<SanteDto>;

internal sealed class PutSanteValidator : AbstractValidator<PutSante>
{
    public PutSanteValidator() => RuleFor(s => s.Texte).Facultatif(4000);
}

internal sealed class PutSanteHandler(IMaspDbContext db, ActeurCourant acteur, Horloge horloge) : IRequestHandler<PutSante, Result<SanteDto>>
{
    public async Task<Result<SanteDto>> Handle(PutSante request, CancellationToken cancellationToken)
    {
        var mesure = await db.Mesures.AsNoTracking().FirstOrDefaultAsync(m => m.Id == request.MesureId, cancellationToken);
        if (mesure is null || !Droits.May(acteur.Acteur, Acte.EcrireSante, mesure.ToCible(acteur.Acteur, NatureCible.Sante), horloge.Aujourdhui).Admis)
            return GetMesureHandler.Introuvable;
        var sante = await db.LockAsync<InformationSante>(request.MesureId, cancellationToken);
        if (Refus.CheckVersion(sante?.Version ?? 0, request.Version) is { } stale)
            return stale;
        if (sante is null)
        {
            sante = new InformationSante(mesure.DepartementCode, mesure.Id);
            db.InformationsSante.Add(sante);
        }

        var parametres = await db.ParametresOnAsync(horloge.Aujourdhui, cancellationToken);
        var replaced = sante.Replace(request.Texte, acteur.Acteur.UtilisateurId, parametres, horloge.Aujourdhui);
        if (!replaced.IsSuccess)
            return replaced.Error;
        await db.SaveChangesAsync(cancellationToken);
        return SanteDto.Of(sante, parametres);
    }
}
