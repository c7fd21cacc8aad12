using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Projets;
using Masp.Domain.Mesures.Rencontres;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Mesures.Bilans;

/// <summary>What the next Bilan of a Mesure begins with: the goals of the plan, and what the Bilan before said (R19).</summary>
public sealed record PrefillBilan(Guid MesureId) : IQuery<BilanPrerempliDto>;

/// <param name="Objectifs">Of the last version of the plan, with how far their actions are.</param>
/// <param name="Articulation">As the Bilan before had it, to be looked at again.</param>
/// <param name="Rencontres">Held since the Bilan before, or since the beginning.</param>
public sealed record BilanPrerempliDto(IReadOnlyList<ObjectifEvalue> Objectifs, string Situation, string Articulation, int Rencontres);

internal sealed class PrefillBilanHandler(IMaspDbContext db) : IRequestHandler<PrefillBilan, Result<BilanPrerempliDto>>
{
    public async Task<Result<BilanPrerempliDto>> Handle(PrefillBilan request, CancellationToken cancellationToken)
    {
        if (!await db.Mesures.AnyAsync(m => m.Id == request.MesureId, cancellationToken))
            return GetMesureHandler.Introuvable;
        var projet = await db.ProjetsIntervention.AsNoTracking().FirstOrDefaultAsync(p => p.MesureId == request.MesureId, cancellationToken);
        var before = await db.Bilans.AsNoTracking().Where(b => b.MesureId == request.MesureId).OrderByDescending(b => b.TransmisLe).FirstOrDefaultAsync(cancellationToken);
        var held = await db.Rencontres.CountAsync(
            r => r.MesureId == request.MesureId && r.Etat == EtatRencontre.Tenue && (before == null || r.Date > before.EtabliLe), cancellationToken);
        return new BilanPrerempliDto(
            [.. (projet?.Derniere?.Contenu.Objectifs ?? []).Select(Evaluate)], projet?.Derniere?.Contenu.Evaluation ?? string.Empty, before?.Articulation ?? string.Empty, held);
    }

    private static ObjectifEvalue Evaluate(Objectif objectif)
    {
        var etats = objectif.Actions.Select(a => a.Etat).ToList();
        var avancement = etats.TrueForAll(e => e == EtatAction.Abandonnee) ? Avancement.Abandonne
            : etats.TrueForAll(e => e is EtatAction.Realisee or EtatAction.Abandonnee) ? Avancement.Atteint
            : etats.Contains(EtatAction.Realisee) ? Avancement.EnPartie : Avancement.NonAtteint;
        return new ObjectifEvalue(objectif.Aspect, objectif.Libelle, avancement, null);
    }
}
