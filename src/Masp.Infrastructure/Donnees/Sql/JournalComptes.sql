-- Acts upon accounts and programs stand in the journal of acts beside those of the trade. What lets somebody in is never told: that a
-- password or a key changed is, by a few signs of a hash of what is itself a hash, or sealed.

create function acces.trace(p_secret text) returns text language sql immutable as $$
  select left(encode(sha256(convert_to(p_secret, 'UTF8')), 'hex'), 8) $$;

create function acces.sans_secrets(p_table text, p_ligne jsonb) returns jsonb language sql immutable as $$
  select case p_table
    when 'utilisateurs' then
      p_ligne - array['password_hash', 'security_stamp', 'concurrency_stamp', 'normalized_user_name', 'normalized_email', 'access_failed_count', 'lockout_enabled',
                      'phone_number', 'phone_number_confirmed', 'two_factor_enabled', 'cle_totp', 'dernier_pas_totp', 'codes_de_secours', 'revision']
        || jsonb_build_object('mot_de_passe', acces.trace(p_ligne ->> 'password_hash'), 'application_de_codes', acces.trace(p_ligne ->> 'cle_totp'),
                              'codes_de_secours', jsonb_array_length(p_ligne -> 'codes_de_secours'))
    when 'programmes' then p_ligne - array['dernier_usage', 'revision']
    when 'secrets_de_programme' then p_ligne - 'empreinte'
    when 'cles_d_acces' then jsonb_build_object('user_id', p_ligne ->> 'user_id', 'nom', p_ligne -> 'data' ->> 'Name')
    else p_ligne
  end $$;

create function acces.journaliser() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_ligne jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  v_avant jsonb;
  v_apres jsonb;
  v_departement text;
begin
  -- A demonstration being made, a wrong password being counted: nobody acts who is known.
  if coalesce(current_setting('masp.utilisateur', true), '') = '' then return null; end if;
  if tg_op <> 'INSERT' then v_avant := acces.sans_secrets(tg_table_name, to_jsonb(old)); end if;
  if tg_op <> 'DELETE' then v_apres := acces.sans_secrets(tg_table_name, to_jsonb(new)); end if;
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(a.key, a.value), jsonb_object_agg(a.key, b.value) into v_avant, v_apres
    from jsonb_each(v_avant) a join jsonb_each(v_apres) b using (key) where a.value is distinct from b.value;
    if v_apres is null then return null; end if;
  end if;
  v_departement := case tg_table_name
    when 'cles_d_acces' then (select u.departement_code from acces.utilisateurs u where u.id = (v_ligne ->> 'user_id')::uuid)
    when 'secrets_de_programme' then (select p.departement_code from acces.programmes p where p.id = (v_ligne ->> 'programme_id')::uuid)
    else v_ligne ->> 'departement_code' end;
  if v_departement is null then return null; end if;

  -- The account of a person is of their file, and what is told of it goes when that is erased (R63).
  perform journal.inscrire(
    v_departement, tg_op, case tg_table_name when 'utilisateurs' then 'comptes' else tg_table_name end, coalesce(v_ligne ->> 'id', v_ligne ->> 'user_id'),
    coalesce((v_ligne ->> 'beneficiaire_id')::uuid, (select u.beneficiaire_id from acces.utilisateurs u where u.id = (v_ligne ->> 'user_id')::uuid)),
    null, v_avant, v_apres);
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['utilisateurs', 'cles_d_acces', 'programmes', 'secrets_de_programme', 'revues_des_comptes'] loop
    execute format('create trigger journaliser after insert or update or delete on acces.%I for each row execute function acces.journaliser()', t);
  end loop;
end $$;

-- A review of the accounts is written once and stays.
revoke update, delete on acces.revues_des_comptes from masp_acces;

-- The trade's unit of work posts a letter in its own transaction; it reads none.
create function masp.poster_courriel(p_id uuid, p_instant timestamptz, p_scelle text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into acces.courriels (id, cree_le, scelle, essais, prochain_essai) values (p_id, p_instant, p_scelle, 0, p_instant) $$;

-- The planner samples no column that names somebody: what it keeps of a sample outlives the row (R63).
alter table acces.utilisateurs
  alter column nom set statistics 0, alter column email set statistics 0, alter column user_name set statistics 0,
  alter column normalized_email set statistics 0, alter column normalized_user_name set statistics 0;
alter table acces.cles_d_acces alter column data set statistics 0;
alter table acces.sessions alter column appareil set statistics 0;
