using Masp.Application.Commun;

namespace Masp.Application.Facturation;

internal static class SqlDeFacture
{
    /// <summary>Contracts that run in the quarter, or that a late act made worth looking at again, once for each Titulaire that served them (R24); each with what its price depends on.</summary>
    public static string Contrats(Portee portee) =>
        $"""
        select k.id, m.numero, u.titulaire_id, m.lot_code, u.debut, k.debut, k.fin_prevue, k.fin_reelle, k.avec_gestion, k.revision_depuis,
          s.debuts, s.fins, g.dates, g.gestions, r.debuts, r.communes,
          f.mois, f.factures, f.types, f.prix, f.montants, f.baremes, f.debuts, f.fins,
          u.fin, t.conventions, t.debuts, t.fins
        from masp.contrats k
        join masp.mesures m on m.departement_code = k.departement_code and m.id = k.mesure_id
        join masp.tenues u on u.departement_code = k.departement_code and u.contrat_id = k.id
        cross join lateral (select array_agg(x.convention_id order by x.debut) conventions, array_agg(x.debut order by x.debut) debuts,
            array_agg(coalesce(x.fin, k.fin_prevue) order by x.debut) fins
          from masp.tenues x where x.departement_code = k.departement_code and x.contrat_id = k.id) t
        cross join lateral (select array_agg(x.debut order by x.debut) debuts, array_agg(x.fin order by x.debut) fins
          from masp.suspensions x where x.departement_code = m.departement_code and x.mesure_id = m.id) s
        cross join lateral (select array_agg(x.date order by x.date) dates, array_agg(x.avec_gestion order by x.date) gestions
          from masp.changements_de_gestion x where x.departement_code = m.departement_code and x.mesure_id = m.id) g
        cross join lateral (select array_agg(x.debut order by x.debut) debuts, array_agg(x.commune_insee order by x.debut) communes
          from masp.residences x where x.departement_code = m.departement_code and x.mesure_id = m.id) r
        cross join lateral (select array_agg(x.mois_numero) mois, array_agg(x.facture_id) factures, array_agg(x.type) types, array_agg(x.prix_unitaire) prix,
            array_agg(x.montant) montants, array_agg(x.bareme_id) baremes, array_agg(x.debut) debuts, array_agg(x.fin) fins
          from masp.lignes_detaillees x where x.departement_code = k.departement_code and x.contrat_id = k.id and x.retenue) f
        where k.departement_code = masp.departement(){portee.Mesures("m")}
          and k.debut <= $2 and (coalesce(k.fin_reelle, k.fin_prevue) >= $1 or k.revision_depuis is not null)
          and u.debut <= $2 and (u.fin is null or u.fin >= $1 or k.revision_depuis is not null)
          and ($3::uuid is null or u.titulaire_id = $3)
          and ($4::text is null or m.lot_code = $4)
        order by u.titulaire_id, m.lot_code, m.numero, k.rang
        """;

    /// <summary>Validated forfaits of abandons up to the end of the quarter that no Facture holds.</summary>
    public static string Forfaits(Portee portee) =>
        $"""
        select o.titulaire_id, o.lot_code, o.id, o.numero, o.clos_le
        from masp.bons_de_commande o
        where o.departement_code = masp.departement(){portee.Bons("o")} and o.etat = 'Abandonne' and o.forfait = 'Valide' and o.clos_le <= $1
          and ($2::uuid is null or o.titulaire_id = $2)
          and ($3::text is null or o.lot_code = $3)
          and not exists (select from masp.lignes_detaillees d where d.departement_code = o.departement_code and d.bon_de_commande_id = o.id and d.retenue)
        order by o.titulaire_id, o.lot_code, o.numero
        """;
}
