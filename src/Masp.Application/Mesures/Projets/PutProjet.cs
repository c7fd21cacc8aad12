using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Projets;
using MediatR;
using NodaTime;

namespace Masp.Application.Mesures.Projets;

/// <summary>Writes the version under way of the ProjetIntervention; after one was sent, the next begins (R17).</summary>
/// <param name="EtabliLe">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>: 0 before anything was written.</param>
public sealed record PutProjet(Guid MesureId, LocalDate? EtabliLe, string Evaluation, IReadOnlyList<Objectif> Objectifs, Money? ResteAVivre, uint VersionAttendue) : ICommand<ProjetDto>;

internal sealed class PutProjetValidator : AbstractValidator<PutProjet>
{
    public PutProjetValidator()
    {
        RuleFor(p => p.Evaluation).Obligatoire(8000);
        RuleForEach(p => p.Objectifs).Choisi().SetValidator(new ObjectifValidator());
    }
}

internal sealed class PutProjetHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge) : IRequestHandler<PutProjet, Result<ProjetDto>>
{
    public async Task<Result<ProjetDto>> Handle(PutProjet request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, null, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var mesure = held.Value;
        var projet = await db.LockAsync<ProjetIntervention>(mesure.Id, cancellationToken);
        if (Refus.CheckVersion(projet?.Version ?? 0, request.VersionAttendue) is { } stale)
            return stale;
        if (projet is null)
            db.ProjetsIntervention.Add(projet = new ProjetIntervention(mesure.DepartementCode, mesure.Id));
        var written = projet.Write(
            mesure, request.EtabliLe ?? horloge.Aujourdhui, new ContenuProjet(request.Evaluation, request.Objectifs), request.ResteAVivre, horloge.Aujourdhui);
        if (!written.IsSuccess)
            return written.Error;
        await db.SaveChangesAsync(cancellationToken);
        return LectureProjet.ToDto(mesure, projet, await db.ParametresOnAsync(mesure.PremiereRencontreLe, cancellationToken));
    }
}
