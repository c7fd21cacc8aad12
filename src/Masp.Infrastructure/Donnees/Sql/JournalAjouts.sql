select a.bloc, a.journal, a.id, a.objet, 'ajoutée'
from (
  select (select min(b.numero) from journal.blocs b where b.actes_ids[cardinality(b.actes_ids)] >= l.id) as bloc, 'actes' as journal, l.id, l.objet
  from (
    select * from journal.actes l
    where l.id <= (select max(b.actes_ids[cardinality(b.actes_ids)]) from journal.blocs b)
      and not exists (select from journal.trous t where t.journal = 'actes' and t.plage @> l.id)
      and not exists (select from (select unnest(b.actes_ids) as id from journal.blocs b) f where f.id = l.id)
    order by l.id limit 1) l
  union all
  select (select min(b.numero) from journal.blocs b where b.acces_ids[cardinality(b.acces_ids)] >= l.id), 'acces', l.id, l.objet
  from (
    select * from journal.acces l
    where l.id <= (select max(b.acces_ids[cardinality(b.acces_ids)]) from journal.blocs b)
      and not exists (select from journal.trous t where t.journal = 'acces' and t.plage @> l.id)
      and not exists (select from (select unnest(b.acces_ids) as id from journal.blocs b) f where f.id = l.id)
    order by l.id limit 1) l) a
order by a.bloc, a.journal desc
limit 1
