using FluentValidation;
using Masp.Application.Commun;
using Masp.Application.Territoires;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Masp.Application.Facturation;

/// <summary>What a contract costs, month by month (R35 to R39, R44); no record is written.</summary>
/// <param name="FinPrevue">Last contractual day, included.</param>
/// <param name="FinReelle">Last served day, included.</param>
/// <param name="Zone">Or <paramref name="CommuneInsee"/>, whose Zone of the first day is taken.</param>
/// <param name="DateGel">R44: months that begin after it keep its price.</param>
public sealed record ComputeTarif(
    LocalDate Debut,
    LocalDate FinPrevue,
    bool AvecGestion,
    LocalDate? FinReelle = null,
    Zone? Zone = null,
    string? CommuneInsee = null,
    IReadOnlyList<SuspensionDto>? Suspensions = null,
    IReadOnlyList<ChangementDto>? Changements = null,
    ModeMoisMesure? Mode = null,
    LocalDate? DateGel = null) : IQuery<TarifCalculeDto>;

/// <summary>Both ends included.</summary>
public sealed record SuspensionDto(LocalDate Debut, LocalDate Fin);

public sealed record ChangementDto(LocalDate Date, bool? AvecGestion = null, Zone? Zone = null);

public sealed record TarifCalculeDto(IReadOnlyList<MoisDto> Mois, IReadOnlyList<LigneTarifDto> Lignes, Money Total);

public sealed record MoisDto(int Numero, LocalDate Debut, LocalDate Fin, TypeMesure Type, bool Du, Money PrixUnitaire, Money Montant, string Motif, string Trimestre);

public sealed record LigneTarifDto(TypeMesure Type, int Quantite, Money PrixUnitaire, Money Montant);

internal sealed class ComputeTarifValidator : AbstractValidator<ComputeTarif>
{
    public ComputeTarifValidator()
    {
        // JSON lets null stand in a list.
        RuleForEach(t => t.Suspensions).Choisi();
        RuleForEach(t => t.Changements).Choisi();
    }
}

internal sealed class ComputeTarifHandler(IMaspDbContext db) : IRequestHandler<ComputeTarif, Result<TarifCalculeDto>>
{
    public async Task<Result<TarifCalculeDto>> Handle(ComputeTarif request, CancellationToken cancellationToken)
    {
        var zone = request.Zone is { } told ? told : await ZoneAsync(request, cancellationToken);
        if (!zone.IsSuccess)
            return zone.Error;
        var suspensions = new List<Periode>();
        foreach (var (suspension, rang) in (request.Suspensions ?? []).Select((s, i) => (s, i)))
        {
            var periode = Periode.Create(suspension.Debut, suspension.Fin, $"suspensions[{rang}].fin");
            if (!periode.IsSuccess)
                return periode.Error;
            suspensions.Add(periode.Value);
        }

        var contrat = new ContratAFacturer(
            request.Debut, request.FinPrevue, request.FinReelle, request.AvecGestion, zone.Value, suspensions,
            [.. (request.Changements ?? []).OrderBy(c => c.Date).Select(c => new Changement(c.Date, c.AvecGestion, c.Zone))], request.DateGel);
        var parametres = await db.ParametresOnAsync(request.Debut, cancellationToken);
        var prix = await db.PrixAsync(cancellationToken);
        return CalculTarif.Months(contrat, prix, request.Mode ?? parametres.ModeMoisMesure, parametres.JoursSeuil).Map(Answer);
    }

    private static TarifCalculeDto Answer(IReadOnlyList<MoisMesure> months)
    {
        var decompte = CalculTarif.Lines(months);
        return new TarifCalculeDto(
            [.. months.Select(m => new MoisDto(m.Numero, m.Debut, m.Fin, m.Type, m.Du, m.PrixUnitaire, m.Montant, m.Motif, m.Trimestre.ToString()))],
            [.. decompte.Lignes.Select(l => new LigneTarifDto(l.Type, l.Quantite, l.PrixUnitaire, l.Montant))],
            decompte.Total);
    }

    private async Task<Result<Zone>> ZoneAsync(ComputeTarif request, CancellationToken cancellationToken)
    {
        if (request.CommuneInsee is not { } code)
            return Error.Invalid("zone.manquante", "Donnez la zone, ou la commune de résidence.", "zone");
        var commune = await db.Communes.AsNoTracking().FirstOrDefaultAsync(c => c.CodeInsee == code, cancellationToken);
        if (commune is null)
            return Error.Invalid("commune.inconnue", "Cette commune n'est pas connue du département.", "communeInsee");
        return commune.AffectationOn(request.Debut) is { } affectation
            ? affectation.Zone
            : Zonage.SansZone(code, request.Debut, "communeInsee");
    }
}
