using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Titulaires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Titulaires;

/// <summary>Somebody enters the team of a Titulaire (R26).</summary>
/// <param name="TitulaireId">The caller's own when not told; the SAFPM tells it.</param>
/// <param name="ChefId">Who supervises; not told for a manager.</param>
public sealed record EnterIntervenant(
    string Nom, string Prenom, Diplome Diplome, bool EstChef, LocalDate Entree, decimal Etp, Guid? ChefId = null, Guid? TitulaireId = null) : ICommand<IntervenantDto>;

internal sealed class EnterIntervenantValidator : AbstractValidator<EnterIntervenant>
{
    public EnterIntervenantValidator()
    {
        RuleFor(i => i.Nom).Obligatoire(100);
        RuleFor(i => i.Prenom).Obligatoire(100);
    }
}

internal sealed class EnterIntervenantHandler(IMaspDbContext db, ActeurCourant acteur, Identifiants identifiants) : IRequestHandler<EnterIntervenant, Result<IntervenantDto>>
{
    public async Task<Result<IntervenantDto>> Handle(EnterIntervenant request, CancellationToken cancellationToken)
    {
        var titulaire = await TitulaireDeLAppelant.FindAsync(db, acteur.Acteur, request.TitulaireId, cancellationToken);
        if (!titulaire.IsSuccess)
            return titulaire.Error;
        var chef = request.ChefId is { } chefId ? await db.Intervenants.FirstOrDefaultAsync(i => i.Id == chefId, cancellationToken) : null;
        if (request.ChefId is not null && chef is null)
            return Error.Invalid("intervenant.inconnu", "Cet intervenant n'est pas connu.", "chefId");
        var embauche = new Embauche(
            identifiants.Next(), acteur.Acteur.DepartementCode, titulaire.Value, request.Nom.Trim(), request.Prenom.Trim(), request.Diplome, request.EstChef, request.Entree, request.Etp);
        var intervenant = Intervenant.Enter(embauche, chef);
        if (!intervenant.IsSuccess)
            return intervenant.Error;
        db.Intervenants.Add(intervenant.Value);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ReadIntervenantAsync(embauche.Id, cancellationToken);
    }
}
