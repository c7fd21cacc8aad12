using Masp.Application.Commun;
using Masp.Application.Mesures;

namespace Masp.Application.Titulaires;

internal static class SqlDeCharge
{
    /// <summary>Those in the team today, most charged first for their working time. $1 is the Titulaire, $2 today.</summary>
    public static string Intervenants(Portee portee) =>
        $"""
        with charge as materialized (
          select {EnVigueur.Intervenant("m")} as intervenant_id, count(*)::int as n
          from masp.mesures m
          where m.departement_code = masp.departement() and m.etat = 'EnCours' and {EnVigueur.Titulaire("m")} = $1{portee.MesuresTenues("m")}
          group by 1)
        select i.id, i.prenom || ' ' || i.nom, i.diplome, i.est_chef, coalesce(q.etp, 0) as etp, coalesce(c.n, 0) as n, a.debut, a.fin, r.prenom || ' ' || r.nom, i.entree, i.sortie
        from masp.intervenants i
        left join masp.quotites q on q.departement_code = i.departement_code and q.intervenant_id = i.id and q.debut <= $2 and (q.fin is null or q.fin >= $2)
        left join charge c on c.intervenant_id = i.id
        left join masp.absences a on a.departement_code = i.departement_code and a.intervenant_id = i.id and $2 between a.debut and a.fin
        left join masp.intervenants r on r.departement_code = a.departement_code and r.id = a.remplacant_id
        where i.departement_code = masp.departement() and i.titulaire_id = $1 and i.entree <= $2 and (i.sortie is null or i.sortie >= $2)
        order by i.est_chef, n / greatest(coalesce(q.etp, 0), 0.01) desc, i.nom, i.id
        """;

    /// <summary>Orders not signed and running measures that nobody of the team has in charge today.</summary>
    public static string SansIntervenant(Portee portee) =>
        $"""
        (select 'bonDeCommande', o.id, o.numero, o.lot_code, b.prenom || ' ' || b.nom, c.nom, o.emis_le as depuis
         from masp.bons_de_commande o
         join masp.beneficiaires b on b.departement_code = o.departement_code and b.id = o.beneficiaire_id
         join masp.communes c on c.departement_code = o.departement_code and c.code_insee = o.commune_insee
         left join masp.intervenants i on i.departement_code = o.departement_code and i.id = o.intervenant_id and (i.sortie is null or i.sortie >= $2)
         where o.departement_code = masp.departement() and o.etat in ('Emis', 'Recu') and o.titulaire_id = $1 and i.id is null{portee.Bons("o")}
         order by o.emis_le, o.numero limit 200)
        union all
        (select 'mesure', m.id, m.numero, m.lot_code, b.prenom || ' ' || b.nom, c.nom,
           coalesce((select max(least(s.fin, x.sortie)) + 1 from masp.suivis s join masp.intervenants x on x.departement_code = s.departement_code and x.id = s.intervenant_id
             where s.departement_code = m.departement_code and s.mesure_id = m.id and s.debut <= $2), m.debut) as depuis
         from masp.mesures m
         join masp.beneficiaires b on b.departement_code = m.departement_code and b.id = m.beneficiaire_id
         join masp.communes c on c.departement_code = m.departement_code and c.code_insee = m.commune_insee
         left join masp.intervenants i on i.departement_code = m.departement_code and i.id = {EnVigueur.Intervenant("m")}
           and i.titulaire_id = $1 and (i.sortie is null or i.sortie >= $2)
         where m.departement_code = masp.departement() and m.etat = 'EnCours' and {EnVigueur.Titulaire("m")} = $1 and i.id is null{portee.MesuresTenues("m")}
         order by depuis, m.numero limit 200)
        """;

    /// <summary>$1 is the Titulaire, $2 and $3 the days of the quarter.</summary>
    public const string Mouvements =
        """
        select count(*) filter (where i.entree <= $2 and (i.sortie is null or i.sortie >= $2))::int, count(*) filter (where i.entree between $2 and $3)::int,
          count(*) filter (where i.sortie between $2 and $3)::int
        from masp.intervenants i where i.departement_code = masp.departement() and i.titulaire_id = $1
        """;
}
