-- The journal of acts is written by PostgreSQL, in the transaction of the act: no path, bulk or hand-written, can go around it.

-- Writes one act and its values; who acts and by which call was told to the transaction. The owner's triggers call it, and nobody else may.
create function journal.inscrire(
  p_departement text, p_operation text, p_objet text, p_cle text, p_beneficiaire uuid, p_mesure uuid, p_avant jsonb, p_apres jsonb) returns void
  language plpgsql as $$
declare
  v_sel bytea := uuid_send(gen_random_uuid());
  v_id bigint;
begin
  insert into journal.actes (
    departement_code, instant, utilisateur_id, role, titulaire_id, service_referent_id, acte, requete_id, nature, objet, cle, beneficiaire_id, mesure_id,
    empreinte_valeurs)
  values (
    p_departement,
    coalesce(nullif(current_setting('masp.instant', true), '')::timestamptz, clock_timestamp()),
    current_setting('masp.utilisateur', true)::uuid,
    coalesce(current_setting('masp.role', true), ''),
    masp.titulaire(),
    masp.service(),
    coalesce(nullif(current_setting('masp.acte', true), ''), 'sql'),
    nullif(current_setting('masp.requete', true), '')::uuid,
    case p_operation when 'INSERT' then 'ajout' when 'UPDATE' then 'modification' else 'suppression' end,
    p_objet, p_cle, p_beneficiaire, p_mesure,
    sha256(v_sel || convert_to(jsonb_build_array(p_avant, p_apres)::text, 'UTF8')))
  returning id into v_id;
  insert into journal.valeurs (departement_code, acte_id, sel, avant, apres) values (p_departement, v_id, v_sel, p_avant, p_apres);
end $$;

create function journal.journaliser() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_avant jsonb;
  v_apres jsonb;
  v_ligne jsonb;
  v_beneficiaire uuid;
  v_mesure uuid;
  v_cle text := '';
begin
  -- What is computed from other columns says nothing more.
  if tg_op <> 'INSERT' then v_avant := to_jsonb(old) - 'recherche'; end if;
  if tg_op <> 'DELETE' then v_apres := to_jsonb(new) - 'recherche'; end if;
  v_ligne := coalesce(v_apres, v_avant);
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(a.key, a.value), jsonb_object_agg(a.key, b.value) into v_avant, v_apres
    from jsonb_each(v_avant) a join jsonb_each(v_apres) b using (key) where a.value is distinct from b.value;

    -- A root whose version moved because a child changed: the child's own row says it.
    if v_apres is null or v_apres - 'revision' = '{}' then return null; end if;
  end if;

  for i in 0 .. tg_nargs - 1 loop
    v_cle := v_cle || case when i > 0 then '/' else '' end || coalesce(v_ligne ->> tg_argv[i], '');
  end loop;

  v_beneficiaire := v_ligne ->> case tg_table_name when 'beneficiaires' then 'id' else 'beneficiaire_id' end;
  v_mesure := v_ligne ->> case tg_table_name when 'mesures' then 'id' else 'mesure_id' end;
  if v_mesure is null and v_ligne ->> 'rencontre_id' is not null then
    select r.mesure_id into v_mesure from masp.rencontres r
    where r.departement_code = v_ligne ->> 'departement_code' and r.id = (v_ligne ->> 'rencontre_id')::uuid;
  elsif v_mesure is null and v_ligne ->> 'contrat_id' is not null then
    select c.mesure_id into v_mesure from masp.contrats c
    where c.departement_code = v_ligne ->> 'departement_code' and c.id = (v_ligne ->> 'contrat_id')::uuid;
  end if;
  if v_beneficiaire is null and v_mesure is not null then
    select m.beneficiaire_id into v_beneficiaire from masp.mesures m where m.departement_code = v_ligne ->> 'departement_code' and m.id = v_mesure;
  elsif v_beneficiaire is null and v_ligne ->> 'demande_id' is not null then
    select d.beneficiaire_id into v_beneficiaire from masp.demandes d
    where d.departement_code = v_ligne ->> 'departement_code' and d.id = (v_ligne ->> 'demande_id')::uuid;
  elsif v_beneficiaire is null and v_ligne ->> 'bon_de_commande_id' is not null then
    select b.beneficiaire_id into v_beneficiaire from masp.bons_de_commande b
    where b.departement_code = v_ligne ->> 'departement_code' and b.id = (v_ligne ->> 'bon_de_commande_id')::uuid;
  elsif v_beneficiaire is null and v_ligne ->> 'echeance_id' is not null then
    select e.mesure_id, b.beneficiaire_id into v_mesure, v_beneficiaire
    from masp.echeances e join masp.bons_de_commande b on b.departement_code = e.departement_code and b.id = e.bon_de_commande_id
    where e.departement_code = v_ligne ->> 'departement_code' and e.id = (v_ligne ->> 'echeance_id')::uuid;
  end if;

  perform journal.inscrire(v_ligne ->> 'departement_code', tg_op, tg_table_name, v_cle, v_beneficiaire, v_mesure, v_avant, v_apres);
  return null;
end $$;

-- Follows one table: its key is told to the trigger once, instead of being looked for at each row.
create procedure journal.suivre(p_table regclass) language plpgsql as $$
declare v_cle text;
begin
  select string_agg(quote_literal(a.attname), ', ' order by k.rang) into v_cle
  from pg_index i
  cross join lateral unnest(i.indkey::smallint[]) with ordinality as k(attnum, rang)
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = p_table and i.indisprimary and a.attname <> 'departement_code';
  execute format('create trigger journaliser after insert or update or delete on %s for each row execute function journal.journaliser(%s)', p_table, coalesce(v_cle, ''));
end $$;

-- Follows every table of the trade that is not followed yet. One that has nothing to tell says why in its comment.
create procedure journal.suivre_tout() language plpgsql as $$
declare t regclass;
begin
  for t in
    select c.oid from pg_class c
    where c.relnamespace = 'masp'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
      and coalesce(obj_description(c.oid), '') not like 'Hors journal : %'
      and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgfoid = 'journal.journaliser'::regproc)
  loop
    call journal.suivre(t);
  end loop;
end $$;

comment on table masp.series is 'Hors journal : un compteur ; le numéro donné est dans la ligne qui l''a pris.';
comment on table masp.cles_de_rejeu is 'Hors journal : la réponse gardée d''un acte qui, lui, est au journal.';
call journal.suivre_tout();

-- What an erasure under visa takes away (R63): the values, not the fact. The list of acts goes into the journal as the values of an
-- act of its own, and that is what a verification believes: values that are missing and not in such a list were taken without a visa.
create table journal.effacements (
  departement_code varchar(3) not null,
  id uuid not null default gen_random_uuid(),
  beneficiaire_id uuid not null,
  visa text not null check (visa <> ''),
  actes bigint[] not null,
  primary key (departement_code, id)
);
alter table journal.effacements enable row level security;
create policy lecture on journal.effacements for select using (departement_code = (select masp.departement()) and (select journal.lit_tout()));
create trigger jamais_change before update or delete on journal.effacements for each row execute function journal.refuser_changement();
create trigger jamais_vide before truncate on journal.effacements for each statement execute function journal.refuser_changement();
create trigger exiger_acteur before insert on journal.effacements for each statement execute function masp.exiger_acteur();
call journal.suivre('journal.effacements');
grant select on journal.effacements to masp_app;

create function journal.effacer_valeurs(p_beneficiaire uuid, p_visa text) returns int
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_actes bigint[];
begin
  if masp.est_safpm() is not true then
    raise exception 'only the SAFPM erases' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(v.acte_id order by v.acte_id), '{}') into v_actes
  from journal.actes a join journal.valeurs v on v.departement_code = a.departement_code and v.acte_id = a.id
  where a.departement_code = masp.departement() and a.beneficiaire_id = p_beneficiaire and a.objet <> 'effacements';
  insert into journal.effacements (departement_code, beneficiaire_id, visa, actes) values (masp.departement(), p_beneficiaire, p_visa, v_actes);

  -- The guard of the values opens for this statement only.
  perform set_config('journal.effacement', 'oui', true);
  delete from journal.valeurs v where v.departement_code = masp.departement() and v.acte_id = any (v_actes);
  perform set_config('journal.effacement', '', true);
  return cardinality(v_actes);
end $$;

create function journal.garder_valeurs() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('journal.effacement', true) = 'oui' then return old; end if;
  raise exception 'journal.valeurs is append-only' using errcode = 'integrity_constraint_violation';
end $$;
drop trigger jamais_change on journal.valeurs;
create trigger jamais_change before update or delete on journal.valeurs for each row execute function journal.garder_valeurs();
