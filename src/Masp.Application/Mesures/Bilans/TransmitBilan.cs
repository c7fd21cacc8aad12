using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Bilans;
using Masp.Domain.Mesures.Projets;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Mesures.Bilans;

/// <summary>Sends a Bilan: the service that asked and the SAFPM have it at once (R19, R20).</summary>
/// <param name="Mois">Of an etape: 6, 12, 18…</param>
/// <param name="Articulation">With the other measures of the person: compulsory.</param>
/// <param name="EtabliLe">Today when not told.</param>
/// <param name="Suite">Asked for by a final one.</param>
public sealed record TransmitBilan(
    Guid MesureId,
    NatureBilan Nature,
    int? Mois,
    LocalDate? EtabliLe,
    string Situation,
    IReadOnlyList<ObjectifEvalue> Objectifs,
    string? Perspectives,
    string Articulation,
    int? Rencontres,
    Suite? Suite,
    int? DureeMois,
    bool? AvecGestion) : ICommand<BilanDto>;

internal sealed class TransmitBilanValidator : AbstractValidator<TransmitBilan>
{
    public TransmitBilanValidator()
    {
        RuleFor(b => b.Situation).Obligatoire(8000);
        RuleFor(b => b.Perspectives).Facultatif(4000);
        RuleFor(b => b.Articulation).Facultatif(4000);
        RuleFor(b => b.Objectifs).Must(o => o.Count <= ProjetIntervention.LignesMax)
            .WithErrorCode("bilan.trop-long").WithMessage($"Un bilan évalue au plus {ProjetIntervention.LignesMax} objectifs.");
        RuleForEach(b => b.Objectifs).Choisi().SetValidator(new ObjectifEvalueValidator());
        RuleFor(b => b.Rencontres).InclusiveBetween(0, 1000).WithErrorCode("bilan.rencontres").WithMessage("Le nombre de rencontres va de 0 à 1000.");
    }
}

internal sealed class TransmitBilanHandler(IMaspDbContext db, MesureTenue tenue, Horloge horloge, Identifiants identifiants) : IRequestHandler<TransmitBilan, Result<BilanDto>>
{
    public async Task<Result<BilanDto>> Handle(TransmitBilan request, CancellationToken cancellationToken)
    {
        var held = await tenue.HoldAsync(request.MesureId, null, cancellationToken);
        if (!held.IsSuccess)
            return held.Error;
        var (mesure, today) = (held.Value, horloge.Aujourdhui);
        var etabli = new BilanEtabli(
            identifiants.Next(), request.Nature, request.Nature == NatureBilan.Etape ? request.Mois : null, request.EtabliLe ?? today,
            new ContenuBilan(request.Situation, request.Objectifs, request.Perspectives), request.Articulation, request.Rencontres,
            request.Nature == NatureBilan.Final ? request.Suite : null, request.DureeMois, request.AvecGestion, tenue.Acteur.UtilisateurId);
        var parametres = await db.ParametresOnAsync((mesure.ContratOn(etabli.EtabliLe) ?? mesure.DernierContrat).Debut, cancellationToken);
        var sent = Bilan.Transmit(etabli, mesure, parametres, today);
        if (!sent.IsSuccess)
            return sent.Error;
        var bilan = sent.Value;
        if (await db.Bilans.AnyAsync(b => b.ContratId == bilan.ContratId && b.Nature == bilan.Nature && b.Mois == bilan.Mois, cancellationToken))
            return LectureBilan.DejaTransmis;
        db.Bilans.Add(bilan);
        await db.SaveChangesAsync(cancellationToken);
        return BilanDto.Of(bilan);
    }
}
