select a.bloc, a.journal, a.id, a.objet, 'ajoutée'
from (
  select (select min(b.numero) from journal.blocs b where b.actes_ids[cardinality(b.actes_ids)] >= l.id) as bloc, 'actes' as journal, l.id, l.objet
  from (
    select f.id from (
      select l.id from journal.actes l where l.id <= (select max(b.actes_ids[cardinality(b.actes_ids)]) from journal.blocs b)
      except select unnest(b.actes_ids) from journal.blocs b) f
    where not exists (select from journal.trous t where t.journal = 'actes' and t.plage @> f.id)
    order by f.id limit 1) f
  join journal.actes l on l.id = f.id
  union all
  select (select min(b.numero) from journal.blocs b where b.acces_ids[cardinality(b.acces_ids)] >= l.id), 'acces', l.id, l.objet
  from (
    select f.id from (
      select l.id from journal.acces l where l.id <= (select max(b.acces_ids[cardinality(b.acces_ids)]) from journal.blocs b)
      except select unnest(b.acces_ids) from journal.blocs b) f
    where not exists (select from journal.trous t where t.journal = 'acces' and t.plage @> f.id)
    order by f.id limit 1) f
  join journal.acces l on l.id = f.id) a
order by a.bloc, a.journal desc
limit 1
