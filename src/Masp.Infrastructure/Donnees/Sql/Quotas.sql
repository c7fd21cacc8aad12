-- Unusual use is stopped: each look is counted as it is journaled, in the same round trip, and one too many is refused with what it was to
-- show. Counted here, so that every replica counts the same, and by hours of the application's clock.

create table masp.quotas (
  departement_code varchar(3) not null,
  role text not null,
  nature text not null check (nature in ('dossiers', 'recherches', 'exports')),
  limite int not null check (limite between 1 and 1000000000),
  primary key (departement_code, role, nature)
);

-- What the Administrateur is told: who, when, how many; never which file. A person stopped on their own file is told as theirs, and goes with it (R63).
create table masp.alertes (
  departement_code varchar(3) not null,
  id uuid not null,
  instant timestamptz not null,
  nature text not null check (nature in ('dossiers', 'recherches', 'exports', 'connexions')),
  utilisateur_id uuid not null,
  nom text,
  beneficiaire_id uuid,
  role text not null,
  heure timestamptz not null,
  limite int not null,
  acquittee_le timestamptz,
  acquittee_par uuid,
  primary key (departement_code, id)
);
create unique index ux_alerte on masp.alertes (departement_code, utilisateur_id, nature, heure);

do $$
declare t text;
begin
  foreach t in array array['quotas', 'alertes'] loop
    execute format('alter table masp.%I enable row level security', t);
    execute format($p$create policy administration on masp.%I for all using (departement_code = (select masp.departement())
      and (select current_setting('masp.role', true)) = 'Administrateur')$p$, t);
  end loop;
end $$;
create trigger exiger_acteur before insert or update or delete on masp.quotas for each statement execute function masp.exiger_acteur();

-- Whoever is stopped raises an alert, those who only read too: the owner's functions write it, nobody else may.
create trigger exiger_acteur before insert or update or delete on masp.alertes for each statement
  when (current_user <> 'masp_proprietaire') execute function masp.exiger_acteur();
revoke all on masp.quotas, masp.alertes from masp_app;
grant select, insert, update on masp.quotas to masp_app;
grant select, update (acquittee_le, acquittee_par) on masp.alertes to masp_app;

-- Looks of one account in one hour. Never waited for, and lost if PostgreSQL crashes: the hour then begins again. One who may look thousands of
-- times an hour is a program with many connections at once: its count is kept in sixteen lots, so that they do not queue for one row, and is right to within 144.
create unlogged table journal.usages (
  departement_code varchar(3) not null,
  utilisateur_id uuid not null,
  nature text not null,
  heure timestamptz not null,
  lot int not null,
  nombre int not null,
  primary key (departement_code, utilisateur_id, nature, heure, lot)
) with (fillfactor = 50);
alter table journal.usages enable row level security;

-- An hour of hard work stays below; a collection does not. The page of a Mesure is four looks: itself, its chronology, its notes, health.
create function journal.quota_habituel(p_role text, p_nature text) returns int language sql immutable as $$
  select (case p_role
    when 'Integrateur' then array[20000, 20000, 2000]
    when 'Exports' then array[2000, 2000, 2000]
    when 'Agent' then array[800, 2000, 60]
    when 'Decideur' then array[800, 2000, 60]
    when 'Comptable' then array[800, 2000, 120]
    when 'Auditeur' then array[800, 2000, 60]
    when 'ChefTitulaire' then array[600, 1500, 60]
    when 'Beneficiaire' then array[120, 300, 20]
    else array[240, 900, 30]
  end)[case p_nature when 'dossiers' then 1 when 'recherches' then 2 else 3 end] $$;

create function journal.quota(p_departement text, p_role text, p_nature text) returns int language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select q.limite from masp.quotas q where q.departement_code = p_departement and q.role = p_role and q.nature = p_nature),
    journal.quota_habituel(p_role, p_nature)) $$;

create function journal.compter() returns trigger language plpgsql as $$
declare
  v_nature text := case new.nature when 'dossier' then 'dossiers' when 'document' then 'dossiers' when 'liste' then 'recherches' when 'export' then 'exports' end;
  v_heure timestamptz := date_trunc('hour', new.instant, 'UTC');
  v_limite int;
  v_lot int := 0;
  v_nombre int;
begin
  if v_nature is null then return new; end if;
  select q.limite into v_limite from masp.quotas q where q.departement_code = new.departement_code and q.role = new.role and q.nature = v_nature;
  if v_limite is null then v_limite := journal.quota_habituel(new.role, v_nature); end if;
  if v_limite > 2000 then v_lot := pg_backend_pid() % 16; end if;

  insert into journal.usages as u (departement_code, utilisateur_id, nature, heure, lot, nombre)
  values (new.departement_code, new.utilisateur_id, v_nature, v_heure, v_lot, 1)
  on conflict (departement_code, utilisateur_id, nature, heure, lot) do update set nombre = u.nombre + 1
  returning u.nombre into v_nombre;
  if v_nombre = 1 then
    delete from journal.usages u where u.departement_code = new.departement_code and u.utilisateur_id = new.utilisateur_id and u.heure < v_heure - interval '1 day';
  end if;

  -- Adding up costs as much as counting: lots are, at their first look and then every tenth. What is refused is not kept, so it stays refused.
  if v_limite > 2000 and v_nombre % 10 = 1 then
    select sum(u.nombre) into v_nombre from journal.usages u
    where u.departement_code = new.departement_code and u.utilisateur_id = new.utilisateur_id and u.nature = v_nature and u.heure = v_heure;
  end if;
  if v_nombre > v_limite then
    raise exception 'quota:%:%', v_nature, v_limite using errcode = 'MQ429';
  end if;
  return new;
end $$;
create trigger compter before insert on journal.acces for each row execute function journal.compter();

-- Told once an hour, however often one tries; in a transaction of its own, since that of the look is undone.
create function journal.alerter(p_id uuid, p_nature text, p_limite int, p_instant timestamptz, p_operation text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('masp.acte', p_operation, true), set_config('masp.instant', p_instant::text, true);
  insert into masp.alertes (departement_code, id, instant, nature, utilisateur_id, nom, beneficiaire_id, role, heure, limite)
  values (
    masp.departement(), p_id, p_instant, p_nature, masp.utilisateur(),
    (select u.nom from acces.utilisateurs u where u.id = masp.utilisateur() and u.departement_code = masp.departement()),
    (select u.beneficiaire_id from acces.utilisateurs u where u.id = masp.utilisateur() and u.departement_code = masp.departement()),
    current_setting('masp.role'), date_trunc('hour', p_instant, 'UTC'), p_limite)
  on conflict (departement_code, utilisateur_id, nature, heure) do nothing;
end $$;

revoke all on function journal.quota_habituel(text, text), journal.quota(text, text, text), journal.compter(), journal.alerter(uuid, text, int, timestamptz, text) from public;
grant execute on function journal.quota_habituel(text, text), journal.quota(text, text, text), journal.alerter(uuid, text, int, timestamptz, text) to masp_app;
