using Masp.Application.Commun;
using Masp.Domain.Commun;
using MediatR;

namespace Masp.Application.AFaire;

/// <summary>Finds a person's Mesure or Demande, a number, a commune: what Ctrl K opens.</summary>
/// <param name="Texte">Two characters or more.</param>
/// <param name="Archives">True for the archived files, and for them only.</param>
public sealed record Search(string Texte, bool? Archives = null) : IQuery<Liste<TrouveDto>>;

/// <param name="Type">Where it leads: <c>mesure</c>, <c>demande</c>, <c>bonDeCommande</c> or <c>commune</c>.</param>
/// <param name="Cle">Id, or INSEE code of a commune.</param>
public sealed record TrouveDto(string Type, string Cle, string Libelle, string Detail);

internal sealed class SearchHandler(LectureDirecte lecture, Portee portee) : IRequestHandler<Search, Result<Liste<TrouveDto>>>
{
    private static string Sql(Portee portee, bool? archives) =>
        $"""
        with personnes as materialized (select masp.beneficiaires_trouves($1, 200) as id)
        (select 'mesure', m.id::text, m.numero, b.prenom || ' ' || b.nom || ', lot ' || m.lot_code
         from masp.mesures m join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
         where m.departement_code = masp.departement(){portee.Mesures("m")}{portee.Archives("m", archives)} and (m.beneficiaire_id in (select id from personnes) or m.numero like '%' || $1 || '%')
         order by m.debut desc limit 8)
        union all
        (select 'demande', d.id::text, d.numero, b.prenom || ' ' || b.nom || ', lot ' || d.lot_code
         from masp.demandes d join masp.beneficiaires b on b.departement_code = d.departement_code and b.id = d.beneficiaire_id
         where d.departement_code = masp.departement(){portee.Demandes("d")}{portee.Archives("d", archives)} and (d.beneficiaire_id in (select id from personnes) or d.numero ilike '%' || $1 || '%')
         order by d.deposee_le desc limit 8)
        union all
        (select 'bonDeCommande', o.id::text, o.numero, 'Bon de commande, lot ' || o.lot_code
         from masp.bons_de_commande o
         where o.departement_code = masp.departement(){portee.Bons("o")}{portee.Archives("o", archives)} and o.numero ilike '%' || $1 || '%'
         order by o.emis_le desc limit 5)
        union all
        (select 'commune', c.code_insee, c.nom, array_to_string(c.codes_postaux, ', ')
         from masp.communes c
         where c.departement_code = masp.departement()
           and (c.recherche like '%' || masp.sans_accent($1) || '%' or exists (select from unnest(c.codes_postaux) p where p like $1 || '%'))
         order by c.nom limit 5)
        """;

    public async Task<Result<Liste<TrouveDto>>> Handle(Search request, CancellationToken cancellationToken)
    {
        if (request.Texte.Trim() is not { Length: >= 2 and <= 100 } texte)
            return Error.Invalid("recherche.texte", "Cherchez avec deux caractères au moins, cent au plus.", "q");
        var found = await lecture.ListAsync(
            reader => new TrouveDto(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)),
            LectureDirecte.Command(Sql(portee, request.Archives), LectureDirecte.Value(texte)),
            cancellationToken);
        return new Liste<TrouveDto>(found, null);
    }
}
