-- The journal of looks: one row each time a file is opened, a list shown, a document or an export made, or refused. One function, so
-- that who counts looks counts them all.

-- The person a record is about, and its Mesure, whatever the caller may see: an attempt on another's file belongs to that file's own journal.
create function journal.concerne(p_objet text, p_id uuid, out beneficiaire_id uuid, out mesure_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  case p_objet
    when 'mesure' then
      select m.beneficiaire_id, m.id into beneficiaire_id, mesure_id from masp.mesures m where m.departement_code = masp.departement() and m.id = p_id;
    when 'demande' then
      select d.beneficiaire_id into beneficiaire_id from masp.demandes d where d.departement_code = masp.departement() and d.id = p_id;
    when 'bonDeCommande' then
      select b.beneficiaire_id into beneficiaire_id from masp.bons_de_commande b where b.departement_code = masp.departement() and b.id = p_id;
    when 'beneficiaire' then
      select b.id into beneficiaire_id from masp.beneficiaires b where b.departement_code = masp.departement() and b.id = p_id;
    else null;
  end case;
end $$;

-- Who looks was told to this transaction. A look may be lost by a crash within its last moments, so nobody waits for the disk; a
-- transaction that has already written something is not a read, and keeps waiting.
create function journal.noter(
  p_operation text, p_nature text, p_objet text, p_objet_id uuid, p_filtres text[], p_nombre int, p_requete uuid, p_instant timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_utilisateur text := current_setting('masp.utilisateur', true);
  v_concerne record;
begin
  if coalesce(v_utilisateur, '') = '' then
    raise exception 'no actor: nobody looks anonymously' using errcode = 'insufficient_privilege';
  end if;
  if pg_current_xact_id_if_assigned() is null then perform set_config('synchronous_commit', 'off', true); end if;

  -- Before the number is drawn: the sealing takes a number that no transaction older than itself holds for one that was given up.
  perform pg_current_xact_id();
  if p_objet_id is not null then
    select * into v_concerne from journal.concerne(p_objet, p_objet_id);
  else
    select null::uuid as beneficiaire_id, null::uuid as mesure_id into v_concerne;
  end if;
  insert into journal.acces (
    departement_code, instant, utilisateur_id, role, titulaire_id, service_referent_id, operation, requete_id, nature, objet, objet_id, beneficiaire_id, mesure_id,
    filtres, nombre)
  values (
    masp.departement(), p_instant, v_utilisateur::uuid, coalesce(current_setting('masp.role', true), ''), masp.titulaire(), masp.service(), p_operation, p_requete,
    p_nature, p_objet, p_objet_id, v_concerne.beneficiaire_id, v_concerne.mesure_id, p_filtres, p_nombre);
end $$;
