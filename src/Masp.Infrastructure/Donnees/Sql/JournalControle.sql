select c.bloc, c.journal, c.id, c.objet, c.cas
from (
  select b.numero as bloc, 'actes' as journal, f.rang, f.id, l.objet,
    case
      when l.id is null then 'manquante'
      when sha256(convert_to({{actes}}, 'UTF8')) <> f.empreinte then 'modifiée'
      when v.acte_id is null and not exists (
        select from journal.actes e join journal.valeurs w on w.departement_code = e.departement_code and w.acte_id = e.id
        where e.objet = 'effacements' and w.apres -> 'actes' @> to_jsonb(l.id)) then 'valeurs manquantes'
      when sha256(v.sel || convert_to(jsonb_build_array(v.avant, v.apres)::text, 'UTF8')) <> l.empreinte_valeurs then 'valeurs modifiées'
    end as cas
  from journal.blocs b
  cross join lateral unnest(b.actes_ids, b.actes_empreintes) with ordinality as f(id, empreinte, rang)
  left join journal.actes l on l.id = f.id
  left join journal.valeurs v on v.departement_code = l.departement_code and v.acte_id = l.id
  where b.numero between $1 and $2
  union all
  select b.numero, 'acces', f.rang, f.id, l.objet,
    case when l.id is null then 'manquante' when sha256(convert_to({{acces}}, 'UTF8')) <> f.empreinte then 'modifiée' end
  from journal.blocs b
  cross join lateral unnest(b.acces_ids, b.acces_empreintes) with ordinality as f(id, empreinte, rang)
  left join journal.acces l on l.id = f.id
  where b.numero between $1 and $2) c
where c.cas is not null
order by c.bloc, c.journal desc, c.rang
limit 1
