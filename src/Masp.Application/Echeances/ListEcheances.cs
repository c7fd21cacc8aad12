using Masp.Application.Commun;
using Masp.Application.Mesures;
using Masp.Domain.Commun;
using Masp.Domain.Echeances;
using MediatR;
using NodaTime;
using Npgsql;

namespace Masp.Application.Echeances;

/// <summary>Which deadlines a list is about.</summary>
public enum FiltreEcheances
{
    /// <summary>Overdue ones first.</summary>
    Ouvertes,

    /// <summary>Open after their last day.</summary>
    Depassees,

    /// <summary>Late in any way, and nobody said why (R46).</summary>
    AExpliquer,
    Tenues,
    TenuesEnRetard,
    NonTenues,
    SansObjet,
}

/// <summary>The deadlines the caller may see, soonest first: one's own, those of the team, those of a Lot.</summary>
/// <param name="Etat"><see cref="FiltreEcheances.Ouvertes"/> when not told.</param>
/// <param name="Miennes">Only what is owed by somebody of the caller's role.</param>
/// <param name="TitulaireId">Serves the file today.</param>
public sealed record ListEcheances(
    FiltreEcheances? Etat, NatureEcheance? Nature, bool? Miennes, Guid? TitulaireId, Guid? IntervenantId, string? Lot, Pagination Pagination) : IQuery<Liste<EcheanceResumeDto>>;

/// <param name="JoursDeRetard">Since its last day; 0 while it is in time, and once it is met or ended.</param>
/// <param name="Titulaire">Who serves the file today, or owes it over all its files.</param>
/// <param name="Intervenant">Who follows the Mesure today.</param>
public sealed record EcheanceResumeDto(
    Guid Id,
    NatureEcheance Nature,
    string Libelle,
    string Clause,
    EtatEcheance Etat,
    int JoursDeRetard,
    bool AExpliquer,
    Responsable Responsable,
    LocalDate Limite,
    LocalDate? TenueLe,
    CauseRetard? Cause,
    RefDto? Mesure,
    RefDto? BonDeCommande,
    RefDto? Titulaire,
    RefDto? Intervenant,
    string? Lot);

internal sealed class ListEcheancesHandler(LectureDirecte lecture, Portee portee, ActeurCourant acteur, Horloge horloge)
    : IRequestHandler<ListEcheances, Result<Liste<EcheanceResumeDto>>>
{
    public async Task<Result<Liste<EcheanceResumeDto>>> Handle(ListEcheances request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        if (!Curseurs.ReadDate(curseur, out var date, out var id))
            return Curseurs.Refuse;
        var responsable = request.Miennes == true ? RequeteEcheances.ResponsableOf(acteur.Acteur.Role) : null;
        var command = new RequeteEcheances(lecture.Departement, portee, horloge.Aujourdhui).Build(request, responsable, date, id, taille + 1);
        var rows = await lecture.ListAsync(Row, command, cancellationToken);
        return Liste<EcheanceResumeDto>.Cut(rows, taille, e => Curseurs.Of(e.Limite, e.Id));
    }

    private static EcheanceResumeDto Row(NpgsqlDataReader reader)
    {
        var nature = Enum.Parse<NatureEcheance>(reader.GetString(1));
        return new EcheanceResumeDto(
            reader.GetGuid(0), nature, LectureEcheance.LibelleOf(nature, reader.GetString(2)), Natures.Clause(nature), Enum.Parse<EtatEcheance>(reader.GetString(3)),
            reader.GetInt32(4), reader.GetBoolean(5), Enum.Parse<Responsable>(reader.GetString(6)), reader.GetFieldValue<LocalDate>(7),
            reader.IsDBNull(8) ? null : reader.GetFieldValue<LocalDate>(8),
            reader.IsDBNull(9) ? null : Enum.Parse<CauseRetard>(reader.GetString(9)),
            Ref(reader, 10), Ref(reader, 12), Ref(reader, 14), Ref(reader, 16), reader.IsDBNull(18) ? null : reader.GetString(18));
    }

    private static RefDto? Ref(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) || reader.IsDBNull(column + 1) ? null : new RefDto(reader.GetGuid(column), reader.GetString(column + 1));
}
