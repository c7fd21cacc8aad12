using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Facturation;

/// <summary>A new arrete: prices from its first day on; the past is not rewritten (R35, R60).</summary>
public sealed record CreateBareme(string Reference, LocalDate Debut, Money Sgu, Money Agu, Money Sgr, Money Agr, Money Forfait) : ICommand<BaremeDto>;

internal sealed class CreateBaremeValidator : AbstractValidator<CreateBareme>
{
    public CreateBaremeValidator() => RuleFor(c => c.Reference).Obligatoire(120);
}

internal sealed class CreateBaremeHandler(IMaspDbContext db, ActeurCourant acteur, Identifiants identifiants) : IRequestHandler<CreateBareme, Result<BaremeDto>>
{
    public async Task<Result<BaremeDto>> Handle(CreateBareme request, CancellationToken cancellationToken)
    {
        var last = await db.Baremes.MaxAsync(b => (LocalDate?)b.Debut, cancellationToken);
        var prix = new Prix(identifiants.Next(), request.Reference, request.Debut, request.Sgu, request.Agu, request.Sgr, request.Agr, request.Forfait);
        var bareme = Bareme.Create(acteur.Acteur.DepartementCode, prix, last);
        if (!bareme.IsSuccess)
            return bareme.Error;
        db.Baremes.Add(bareme.Value);
        await db.SaveChangesAsync(cancellationToken);
        return new BaremeDto(prix.BaremeId, prix.Reference, prix.Debut, prix.Sgu, prix.Agu, prix.Sgr, prix.Agr, prix.Forfait);
    }
}
