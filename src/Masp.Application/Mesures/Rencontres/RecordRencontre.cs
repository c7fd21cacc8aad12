using FluentValidation;
using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Mesures.Rencontres;
using MediatR;

namespace Masp.Application.Mesures.Rencontres;

/// <summary>Logs a meeting or a contact that was held or missed, or puts one into the plan (R18).</summary>
public sealed record RecordRencontre(Guid MesureId, FaitsSaisis Faits) : ICommand<RencontreDto>;

internal sealed class RecordRencontreValidator : AbstractValidator<RecordRencontre>
{
    public RecordRencontreValidator() => RuleFor(r => r.Faits.Note).Facultatif(2000).OverridePropertyName("note");
}

internal sealed class RecordRencontreHandler(IMaspDbContext db, ServiceDeRencontre service, ActeurCourant acteur, Horloge horloge, Identifiants identifiants)
    : IRequestHandler<RecordRencontre, Result<RencontreDto>>
{
    public async Task<Result<RencontreDto>> Handle(RecordRencontre request, CancellationToken cancellationToken)
    {
        var vie = await service.HoldAsync(request.MesureId, cancellationToken);
        if (!vie.IsSuccess)
            return vie.Error;
        var told = await service.CompleteAsync(request.Faits, vie.Value, cancellationToken);
        if (!told.IsSuccess)
            return told.Error;
        var nouvelle = new NouvelleRencontre(identifiants.Next(), acteur.Acteur.DepartementCode, horloge.Aujourdhui);
        var recorded = Rencontre.Record(nouvelle, told.Value.Faits, vie.Value, told.Value.Equipe);
        if (!recorded.IsSuccess)
            return recorded.Error;
        db.Rencontres.Add(recorded.Value);
        return await service.SaveAsync(recorded.Value, cancellationToken);
    }
}
