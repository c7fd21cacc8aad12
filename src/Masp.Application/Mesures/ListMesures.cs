using Masp.Application.Commun;
using Masp.Domain.Commun;
using Masp.Domain.Facturation;
using Masp.Domain.Mesures;
using Masp.Domain.Territoires;
using MediatR;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Masp.Application.Mesures;

/// <summary>The Mesures the caller may see.</summary>
/// <param name="Recherche">Part of a number or of a name.</param>
/// <param name="Tri"><c>numero</c>, <c>debut</c>, <c>finPrevue</c> or <c>nom</c>; a minus sign in front reverses. <c>-debut</c> when not told.</param>
/// <param name="Archives">True for the archived ones, and for them only.</param>
public sealed record ListMesures(
    string? Lot, Guid? TitulaireId, Guid? IntervenantId, TypeMesure? Type, EtatMesure? Etat, string? Commune, string? Recherche, string? Tri, Pagination Pagination, bool? Archives = null) : IQuery<Liste<MesureResumeDto>>;

public sealed record MesureResumeDto(
    Guid Id,
    string Numero,
    EtatMesure Etat,
    string BeneficiaireNom,
    string BeneficiairePrenom,
    string Lot,
    RefDto Titulaire,
    TypeMesure Type,
    string Commune,
    LocalDate Debut,
    LocalDate FinPrevue,
    LocalDate? FinReelle);

internal sealed class ListMesuresHandler(LectureDirecte lecture, Portee portee, Horloge horloge) : IRequestHandler<ListMesures, Result<Liste<MesureResumeDto>>>
{
    public async Task<Result<Liste<MesureResumeDto>>> Handle(ListMesures request, CancellationToken cancellationToken)
    {
        var page = request.Pagination.Read();
        if (!page.IsSuccess)
            return page.Error;
        var (taille, curseur) = page.Value;
        var tri = TriMesures.Parse(request.Tri);
        if (tri is null)
            return Error.Invalid("liste.tri-inconnu", "Le tri se fait sur numero, debut, finPrevue ou nom, avec un « - » devant pour l'ordre inverse.", "tri");
        var command = new RequeteMesures(lecture.Departement, portee, horloge.Aujourdhui).Build(request, tri, curseur, taille + 1);
        if (command is null)
            return Curseurs.Refuse;
        var rows = await lecture.ListAsync(Row, command, cancellationToken);
        return Liste<MesureResumeDto>.Cut(rows, taille, m => new Curseur(tri.ValueOf(m), tri.Champ == "numero" ? m.Numero : m.Id.ToString()));
    }

    private static MesureResumeDto Row(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), Enum.Parse<EtatMesure>(reader.GetString(2)), reader.GetString(3), reader.GetString(4), reader.GetString(5),
        new RefDto(reader.GetGuid(6), reader.GetString(7)),
        TypesMesure.Of(reader.GetBoolean(8), reader.IsDBNull(9) ? Zone.Urbaine : Enum.Parse<Zone>(reader.GetString(9))),
        reader.GetString(10), reader.GetFieldValue<LocalDate>(11), reader.GetFieldValue<LocalDate>(12),
        reader.IsDBNull(13) ? null : reader.GetFieldValue<LocalDate>(13));
}

/// <summary>One of the orders the list offers, each with an index of its own.</summary>
internal sealed record TriMesures(string Champ, bool Inverse, string Colonne, string Cle)
{
    public static TriMesures? Parse(string? text)
    {
        var inverse = text?.StartsWith('-') ?? true;
        return (text ?? "-debut").TrimStart('-') switch
        {
            "numero" => new TriMesures("numero", inverse, "m.numero", "m.numero"),
            "debut" => new TriMesures("debut", inverse, "m.debut", "m.id"),
            "finPrevue" => new TriMesures("finPrevue", inverse, "m.fin_prevue", "m.id"),
            "nom" => new TriMesures("nom", inverse, "m.beneficiaire_nom", "m.id"),
            _ => null,
        };
    }

    public string? ValueOf(MesureResumeDto row) => Champ switch
    {
        "debut" => LocalDatePattern.Iso.Format(row.Debut),
        "finPrevue" => LocalDatePattern.Iso.Format(row.FinPrevue),
        "nom" => row.BeneficiaireNom,
        _ => row.Numero,
    };
}
