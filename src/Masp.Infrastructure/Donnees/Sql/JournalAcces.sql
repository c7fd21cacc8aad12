-- The journal of looks: one row each time a file is opened, a list shown, a document or an export made, or refused. One function, so
-- that who counts looks counts them all.

-- Who looks was told to this transaction. A look may be lost by a crash within its last moments, so nobody waits for the disk; a
-- transaction that has already written something is not a read, and keeps waiting.
create function journal.noter(
  p_operation text, p_nature text, p_objet text, p_objet_id uuid, p_filtres text[], p_nombre int, p_requete uuid, p_instant timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_utilisateur text := current_setting('masp.utilisateur', true);
  v_departement text := current_setting('masp.departement', true);
  v_beneficiaire uuid;
  v_mesure uuid;
begin
  if coalesce(v_utilisateur, '') = '' then
    raise exception 'no actor: nobody looks anonymously' using errcode = 'insufficient_privilege';
  end if;
  if pg_current_xact_id_if_assigned() is null then perform set_config('synchronous_commit', 'off', true); end if;

  -- Before the number is drawn: the sealing takes a number that no transaction older than itself holds for one that was given up.
  perform pg_current_xact_id();

  -- The person a record is about, whatever the caller may see: an attempt on another's file belongs to that file's own journal.
  if p_objet_id is not null then
    if p_objet = 'mesure' then
      select m.beneficiaire_id, m.id into v_beneficiaire, v_mesure from masp.mesures m where m.departement_code = v_departement and m.id = p_objet_id;
    elsif p_objet = 'demande' then
      select d.beneficiaire_id into v_beneficiaire from masp.demandes d where d.departement_code = v_departement and d.id = p_objet_id;
    elsif p_objet = 'bonDeCommande' then
      select b.beneficiaire_id into v_beneficiaire from masp.bons_de_commande b where b.departement_code = v_departement and b.id = p_objet_id;
    elsif p_objet = 'beneficiaire' then
      select b.id into v_beneficiaire from masp.beneficiaires b where b.departement_code = v_departement and b.id = p_objet_id;
    end if;
  end if;

  insert into journal.acces (
    departement_code, instant, utilisateur_id, role, titulaire_id, service_referent_id, operation, requete_id, nature, objet, objet_id, beneficiaire_id, mesure_id,
    filtres, nombre)
  values (
    v_departement, p_instant, v_utilisateur::uuid, coalesce(current_setting('masp.role', true), ''), nullif(current_setting('masp.titulaire', true), '')::uuid,
    nullif(current_setting('masp.service', true), '')::uuid, p_operation, p_requete, p_nature, p_objet, p_objet_id, v_beneficiaire, v_mesure, p_filtres, p_nombre);
end $$;
