using System.Text.Json;
using Masp.Application.Commun;
using Masp.Domain.Acces;
using Masp.Domain.Commun;
using MediatR;
using NodaTime;

namespace Masp.Application.Beneficiaires;

/// <summary>Everything held about a person, in one act (R63): for the SAFPM that answers them, and for them.</summary>
public sealed record ExportDossier(Guid Id) : IQuery<DossierExporteDto>;

/// <param name="Parties">One for each table that holds something of the person, in the order they are read.</param>
public sealed record DossierExporteDto(Guid BeneficiaireId, string DepartementCode, LocalDate ExporteLe, IReadOnlyList<PartieDto> Parties);

/// <param name="Table">Stable word for programs.</param>
/// <param name="Titre">In French.</param>
/// <param name="Lignes">As recorded; what is empty is left out.</param>
public sealed record PartieDto(string Table, string Titre, IReadOnlyList<Dictionary<string, JsonElement>> Lignes);

internal sealed class ExportDossierHandler(LectureDirecte lecture, ActeurCourant acteur, Horloge horloge) : IRequestHandler<ExportDossier, Result<DossierExporteDto>>
{
    private const string Sql =
        """
        select d.titre, d.nom_table, d.ligne from masp.dossier_de($1) d
        where exists (select from masp.beneficiaires b where b.departement_code = masp.departement() and b.id = $1 and b.efface_le is null)
        """;

    public async Task<Result<DossierExporteDto>> Handle(ExportDossier request, CancellationToken cancellationToken)
    {
        if (acteur.Acteur.Role == Role.Beneficiaire && acteur.Acteur.BeneficiaireId != request.Id)
            return LectureFiche.Introuvable;
        var rows = await lecture.ListAsync(
            r => (Titre: r.GetString(0), Table: r.GetString(1), Ligne: JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(r.GetString(2))!),
            LectureDirecte.Command(Sql, LectureDirecte.Value(request.Id)),
            cancellationToken);
        return rows.Count == 0
            ? LectureFiche.Introuvable
            : new DossierExporteDto(
                request.Id, lecture.Departement, horloge.Aujourdhui,
                [.. rows.GroupBy(r => (r.Table, r.Titre)).Select(p => new PartieDto(p.Key.Table, p.Key.Titre, [.. p.Select(r => r.Ligne)]))]);
    }
}
