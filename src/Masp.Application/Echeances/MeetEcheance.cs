using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;

namespace Masp.Application.Echeances;

/// <summary>The SAFPM notes that a document came (R31, R33, R47, R48).</summary>
/// <param name="Date">Of its reception; today when not told.</param>
/// <param name="Motif">Of its lateness, when it is known already.</param>
/// <param name="VersionAttendue">From <c>If-Match</c>, when told.</param>
public sealed record MeetEcheance(Guid Id, LocalDate? Date, MotifRetard? Motif, uint? VersionAttendue) : ICommand<EcheanceDto>;

internal sealed class MeetEcheanceValidator : AbstractValidator<MeetEcheance>
{
    public MeetEcheanceValidator() => RuleFor(e => e.Motif!).SetValidator(new MotifRetardValidator()).When(e => e.Motif is not null);
}

internal sealed class MeetEcheanceHandler(ChangeEcheance change, ActeurCourant acteur, Horloge horloge) : IRequestHandler<MeetEcheance, Result<EcheanceDto>>
{
    public Task<Result<EcheanceDto>> Handle(MeetEcheance request, CancellationToken cancellationToken) => change.RunAsync(
        request.Id, request.VersionAttendue, echeance => Task.FromResult(Meet(echeance, request)), cancellationToken);

    private Result<Done> Meet(Echeance echeance, MeetEcheance request)
    {
        var today = horloge.Aujourdhui;
        if (!Natures.IsDocument(echeance.Nature))
            return Error.Conflict("echeance.tenue-par-son-acte", "Cette échéance est tenue par l'acte lui-même : enregistrez-le, elle suivra.");
        var date = request.Date ?? today;
        if (date <= echeance.EvenementLe || date > today)
            return Error.Invalid("echeance.date-invalide", "La réception se situe après l'événement et au plus tard aujourd'hui.", "date");
        return echeance.Meet(date, request.Motif, acteur.Acteur.UtilisateurId, today);
    }
}
