-- The journals are sealed in blocks: the hash of each row, the hash of these hashes, chained to the block before. {{actes}} and {{acces}}
-- are the forms in which a row l is hashed; the verification has the same two.

create table journal.blocs (
  numero bigint primary key,
  instant timestamptz not null,
  actes_ids bigint[] not null,
  actes_empreintes bytea[] not null,
  acces_ids bigint[] not null,
  acces_empreintes bytea[] not null,
  lignes bytea not null,
  precedent bytea not null,
  empreinte bytea not null
);
create trigger jamais_change before update or delete on journal.blocs for each row execute function journal.refuser_changement();
create trigger jamais_vide before truncate on journal.blocs for each statement execute function journal.refuser_changement();
grant select on journal.blocs to masp_app;

-- How far each journal is sealed, and the numbers below that nobody has seen yet: drawn by a transaction under way, or given up with it.
create table journal.avancement (
  journal text primary key,
  jusqua bigint not null
);
insert into journal.avancement values ('actes', 0), ('acces', 0);
create table journal.trous (
  journal text not null references journal.avancement,
  plage int8range not null,
  connu_a xid8 not null
);
grant select on journal.avancement, journal.trous to masp_app;

-- The rows that wait, among the next numbers and among the holes.
create function journal.prendre(p_journal text, p_jusqua bigint, p_fin bigint, out ids bigint[], out empreintes bytea[])
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format(
    $q$select coalesce(array_agg(p.id order by p.id), '{}'), coalesce(array_agg(p.empreinte order by p.id), '{}') from (
         select l.id, sha256(convert_to(%1$s, 'UTF8')) as empreinte from journal.%2$I l where l.id > $1 and l.id <= $2
         union all
         select l.id, sha256(convert_to(%1$s, 'UTF8')) from journal.trous t join journal.%2$I l on l.id >= lower(t.plage) and l.id < upper(t.plage)
         where t.journal = %2$L) p$q$,
    case p_journal when 'actes' then $forme${{actes}}$forme$ else $forme${{acces}}$forme$ end, p_journal)
  into ids, empreintes using p_jusqua, p_fin;
end $$;

-- A hole is forgotten once every transaction that may have drawn its number has ended: xids go up, and each draws its number after its xid.
create function journal.avancer(p_journal text, p_jusqua bigint, p_fin bigint, p_ids bigint[], p_limite xid8) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_pris int8multirange := coalesce((select range_agg(int8range(id, id + 1)) from unnest(p_ids) id), '{}');
begin
  delete from journal.trous where journal = p_journal and connu_a < p_limite;
  with restes as (delete from journal.trous where journal = p_journal returning plage, connu_a)
  insert into journal.trous select p_journal, unnest(int8multirange(plage) - v_pris), connu_a from restes;
  insert into journal.trous select p_journal, unnest(int8multirange(int8range(p_jusqua + 1, p_fin + 1)) - v_pris), pg_current_xact_id();
  update journal.avancement set jusqua = p_fin where journal = p_journal and jusqua < p_fin;
end $$;

create function journal.en_attente(p_journal text, p_au_plus int, out jusqua bigint, out fin bigint)
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  select a.jusqua into jusqua from journal.avancement a where a.journal = p_journal;
  execute format('select case when is_called then last_value else 0 end from journal.%I', p_journal || '_id_seq') into fin;
  fin := greatest(least(fin, jusqua + p_au_plus), jusqua);
end $$;

-- Seals at most so many rows of each journal. Only one caller at a time does, the others go away; no writer waits for it, nor it for them.
-- Answers how far it went: 0 when nothing was left, or when another is at it.
create function journal.sceller(p_au_plus int) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_limite xid8;
  v_actes record;
  v_acces record;
  v_a record;
  v_c record;
  v_dernier record;
  v_instant timestamptz := clock_timestamp();
  v_lignes bytea;
begin
  if not pg_try_advisory_xact_lock(7236502) then return 0; end if;
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'the sealing is a transaction of its own' using errcode = 'active_sql_transaction';
  end if;

  -- In this order: whoever had ended before the limit is seen below, and whoever draws a number below the end has a lower xid than ours.
  v_limite := pg_snapshot_xmin(pg_current_snapshot());
  select * into v_actes from journal.en_attente('actes', p_au_plus);
  select * into v_acces from journal.en_attente('acces', p_au_plus);
  select * into v_a from journal.prendre('actes', v_actes.jusqua, v_actes.fin);
  select * into v_c from journal.prendre('acces', v_acces.jusqua, v_acces.fin);
  perform journal.avancer('actes', v_actes.jusqua, v_actes.fin, v_a.ids, v_limite);
  perform journal.avancer('acces', v_acces.jusqua, v_acces.fin, v_c.ids, v_limite);

  if cardinality(v_a.ids) + cardinality(v_c.ids) > 0 then
    select numero, empreinte into v_dernier from journal.blocs order by numero desc limit 1;
    v_lignes := sha256(journal.feuilles(v_a.ids, v_a.empreintes) || journal.feuilles(v_c.ids, v_c.empreintes));
    insert into journal.blocs
    select n.numero, v_instant, v_a.ids, v_a.empreintes, v_c.ids, v_c.empreintes, v_lignes, n.precedent,
      sha256(convert_to(concat_ws('|', n.numero, (extract(epoch from v_instant) * 1000000)::bigint, cardinality(v_a.ids), cardinality(v_c.ids),
        encode(v_lignes, 'hex'), encode(n.precedent, 'hex')), 'UTF8'))
    from (select coalesce(v_dernier.numero, 0) + 1 as numero, coalesce(v_dernier.empreinte, decode(repeat('00', 32), 'hex')) as precedent) n;
  end if;
  return v_actes.fin - v_actes.jusqua + v_acces.fin - v_acces.jusqua;
end $$;

-- Number and hash of each row, behind how many there are.
create function journal.feuilles(p_ids bigint[], p_empreintes bytea[]) returns bytea language sql immutable set search_path = pg_catalog, pg_temp as $$
  select int8send(cardinality(p_ids)::bigint) || coalesce((select string_agg(int8send(f.id) || f.empreinte, ''::bytea order by f.rang)
    from unnest(p_ids, p_empreintes) with ordinality as f(id, empreinte, rang)), ''::bytea)
$$;

create function journal.controler(p_du bigint, p_au bigint) returns table (bloc bigint, journal text, id bigint, objet text, cas text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$ {{controle}} $$;
create function journal.ajoutees() returns table (bloc bigint, journal text, id bigint, objet text, cas text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$ {{ajouts}} $$;

-- Rows of every Departement that no block holds yet: a number, nothing else.
create function journal.en_attente_de_sceau() returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select sum(n)::bigint from (
    select count(*) as n from journal.actes l where l.id > (select jusqua from journal.avancement where journal = 'actes')
    union all
    select count(*) from journal.acces l where l.id > (select jusqua from journal.avancement where journal = 'acces')) attente
$$;

-- The name of who is in a journal. Accounts are read by a role of their own; here they are asked for a name, of this Departement, and nothing else.
create function journal.nom_de(p_utilisateur uuid) returns text language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select u.nom from acces.utilisateurs u where u.id = p_utilisateur and u.departement_code = masp.departement()),
    (select c.display_name from acces."OpenIddictApplications" c
     where c.properties::jsonb -> 'masp' ->> 'UtilisateurId' = p_utilisateur::text and c.properties::jsonb -> 'masp' ->> 'DepartementCode' = masp.departement() limit 1));
end $$;

revoke all on all functions in schema journal from public;
grant execute on function journal.noter(text, text, text, uuid, text[], int, uuid, timestamptz), journal.effacer_valeurs(uuid, text), journal.lit_tout(),
  journal.sceller(int), journal.controler(bigint, bigint), journal.ajoutees(), journal.en_attente_de_sceau(), journal.nom_de(uuid) to masp_app;
