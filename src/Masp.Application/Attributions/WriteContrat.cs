using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Attributions;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Attributions;

/// <summary>Writes what the Contrat says and which Prestations are managed (R14, R15).</summary>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record WriteContrat(Guid BonDeCommandeId, ContratSaisi Contrat, uint VersionAttendue) : ICommand<PreparationDto>;

/// <param name="Depenses">Paid on behalf of the person; none without gestion.</param>
public sealed record ContratSaisi(
    string Obligations,
    string Suivi,
    string Revision,
    IReadOnlyList<DepenseReglee>? Depenses = null,
    string? AutresDepenses = null,
    IReadOnlyList<AutorisationSaisie>? Autorisations = null);

/// <param name="Prestation">Code of D271-2.</param>
/// <param name="Motif">Why it is managed: obligatory for group B (R6).</param>
public sealed record AutorisationSaisie(string Prestation, string? Motif = null);

/// <summary>The département signs the Contrat and sends it to the service that asked (R14, art. 3).</summary>
/// <param name="Date">Today when not told.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>.</param>
public sealed record PreSignContrat(Guid BonDeCommandeId, LocalDate? Date, uint VersionAttendue) : ICommand<PreparationDto>;

/// <summary>Notes that a copy of the signed Contrat was sent (R14).</summary>
/// <param name="Date">Today when not told.</param>
public sealed record SendCopie(Guid BonDeCommandeId, DestinataireDeCopie Destinataire, LocalDate? Date) : ICommand<PreparationDto>;

internal sealed class WriteContratValidator : AbstractValidator<WriteContrat>
{
    public WriteContratValidator()
    {
        RuleFor(c => c.Contrat.Obligations).Obligatoire(2000).OverridePropertyName("obligations");
        RuleFor(c => c.Contrat.Suivi).Obligatoire(2000).OverridePropertyName("suivi");
        RuleFor(c => c.Contrat.Revision).Obligatoire(2000).OverridePropertyName("revision");
        RuleFor(c => c.Contrat.AutresDepenses).Facultatif(500).OverridePropertyName("autresDepenses");
        RuleForEach(c => c.Contrat.Autorisations).Choisi().OverridePropertyName("autorisations");
        RuleForEach(c => c.Contrat.Autorisations).ChildRules(a => a.RuleFor(x => x.Motif).Facultatif(500)).OverridePropertyName("autorisations");
    }
}

internal sealed class WriteContratHandler(ChangePreparation change, Horloge horloge)
    : IRequestHandler<WriteContrat, Result<PreparationDto>>, IRequestHandler<PreSignContrat, Result<PreparationDto>>, IRequestHandler<SendCopie, Result<PreparationDto>>
{
    public Task<Result<PreparationDto>> Handle(WriteContrat request, CancellationToken cancellationToken)
    {
        var told = request.Contrat;
        var contenu = new ContenuDeContrat(told.Obligations, told.Suivi, told.Revision, [.. (told.Depenses ?? []).Distinct().Order()], told.AutresDepenses);
        return change.RunAsync(
            request.BonDeCommandeId, request.VersionAttendue,
            (preparation, bon) => preparation.Write(bon, contenu, [.. (told.Autorisations ?? []).Select(a => (a.Prestation, a.Motif))]),
            cancellationToken);
    }

    public Task<Result<PreparationDto>> Handle(PreSignContrat request, CancellationToken cancellationToken) => change.RunAsync(
        request.BonDeCommandeId, request.VersionAttendue,
        (preparation, bon) => preparation.PreSign(bon, request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui), cancellationToken);

    public Task<Result<PreparationDto>> Handle(SendCopie request, CancellationToken cancellationToken) => change.RunAsync(
        request.BonDeCommandeId, null,
        (preparation, bon) => preparation.Send(bon, request.Destinataire, request.Date ?? horloge.Aujourdhui, horloge.Aujourdhui), cancellationToken);
}
