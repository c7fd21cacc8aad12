using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Masp.Application.Facturation;

/// <summary>What a Facture would hold if it were prepared now; nothing is written.</summary>
public sealed record PreviewFacture(Guid TitulaireId, string Lot, string Trimestre) : IQuery<ApercuFactureDto>;

/// <param name="Refus">Why it cannot be prepared; null when it can.</param>
public sealed record ApercuFactureDto(string Trimestre, IReadOnlyList<LigneDto> Lignes, Money Total, IReadOnlyList<DetailDto> Mois, string? Refus);

internal sealed class PreviewFactureHandler(IMaspDbContext db, CalculFacture calcul, LectureDirecte lecture, Horloge horloge, ActeurCourant acteur)
    : IRequestHandler<PreviewFacture, Result<ApercuFactureDto>>
{
    public async Task<Result<ApercuFactureDto>> Handle(PreviewFacture request, CancellationToken cancellationToken)
    {
        var trimestre = Trimestre.Parse(request.Trimestre, "trimestre");
        if (!trimestre.IsSuccess)
            return trimestre.Error;
        var titulaire = await TitulaireDeFacture.FindAsync(db, acteur, request.TitulaireId, request.Lot, cancellationToken);
        if (!titulaire.IsSuccess)
            return titulaire.Error;
        var details = await calcul.ComputeAsync(trimestre.Value, request.TitulaireId, request.Lot, cancellationToken);
        if (!details.IsSuccess)
            return details.Error;
        var lines = LignesDeFacture.Group(details.Value);
        var baremes = await db.Baremes.AsNoTracking().ToDictionaryAsync(b => b.Id, b => b.Reference, cancellationToken);
        var tried = Facture.Prepare(Guid.Empty, acteur.Acteur.DepartementCode, request.TitulaireId, request.Lot, trimestre.Value, details.Value, horloge.Aujourdhui);
        var exists = await db.FactureExistsAsync(request.TitulaireId, request.Lot, trimestre.Value, cancellationToken);
        var mesures = await MesuresAsync(details.Value, cancellationToken);
        return new ApercuFactureDto(
            trimestre.Value.ToString(),
            LectureFacture.Lines(lines, baremes),
            Money.Sum(lines.Select(l => l.Montant)),
            [
                .. details.Value.Select(d => new DetailDto(
                    d.Nature, d.Reference, d.ContratId is { } contrat && mesures.TryGetValue(contrat, out var mesure) ? mesure : null, d.BonDeCommandeId,
                    d.MoisNumero, d.Debut, d.Fin, d.Type, d.Quantite, d.PrixUnitaire, d.Montant, d.Motif)),
            ],
            (exists ? LectureFacture.DejaPreparee : tried.Error)?.Message);
    }

    private async Task<Dictionary<Guid, Guid>> MesuresAsync(IReadOnlyList<DetailAFacturer> details, CancellationToken cancellationToken)
    {
        Guid[] contrats = [.. details.Select(d => d.ContratId).OfType<Guid>().Distinct()];
        var rows = await lecture.ListAsync(
            reader => (Contrat: reader.GetGuid(0), Mesure: reader.GetGuid(1)),
            LectureDirecte.Command(
                "select id, mesure_id from masp.contrats where departement_code = masp.departement() and id = any($1)", LectureDirecte.Value(contrats)),
            cancellationToken);
        return rows.ToDictionary(r => r.Contrat, r => r.Mesure);
    }
}

internal static class TitulaireDeFacture
{
    /// <returns>Refused with <c>titulaire.inconnu</c> or <c>lot.sans-convention</c>; a Titulaire that is not the caller's is unknown to it.</returns>
    public static async Task<Result<Domain.Titulaires.Titulaire>> FindAsync(
        IMaspDbContext db, ActeurCourant acteur, Guid titulaireId, string lot, CancellationToken cancellationToken)
    {
        var own = acteur.Acteur.SeesEveryFile || acteur.Acteur.TitulaireId == titulaireId;
        var titulaire = own ? await db.Titulaires.FirstOrDefaultAsync(t => t.Id == titulaireId, cancellationToken) : null;
        if (titulaire is null)
            return Error.Invalid("titulaire.inconnu", "Ce titulaire n'est pas connu.", "titulaireId");
        return titulaire.Conventions.Any(c => c.LotCode == lot)
            ? titulaire
            : Error.Invalid("lot.sans-convention", "Ce titulaire n'a jamais eu de convention sur ce lot.", "lot");
    }
}
