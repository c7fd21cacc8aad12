-- Erasure under the visa of the archives (R63): the one way through the guards, and what it asks before it opens them.

create function masp.effacer(personne uuid, certificat uuid, jour date) returns text
  language plpgsql security definer set search_path = masp, public, pg_temp as $$
declare
  dossier record;
  visa record;
  partie record;
  cles text[];
  supprimees bigint;
  videes bigint;
  nom text;
  lignes jsonb := '{}';
  annee int := extract(year from jour);
  rang int;
  numero text;
begin
  select b.archive_le, b.efface_le into dossier from masp.beneficiaires b where b.departement_code = masp.departement() and b.id = personne for update;
  select v.reference, v.date, v.service, v.utilisateur_id into visa from masp.visas_archives v
  where v.departement_code = masp.departement() and v.beneficiaire_id = personne and v.archive_le = dossier.archive_le;
  if coalesce(current_setting('masp.role', true), '') <> 'Decideur' or masp.utilisateur() is null
    or dossier.archive_le is null or dossier.efface_le is not null
    or visa.reference is null or visa.utilisateur_id = masp.utilisateur()
    or masp.dossier_ouvert(personne) or masp.facture_en_attente(personne) then
    raise exception 'this file may not be erased' using errcode = 'check_violation', constraint = 'ck_effacement';
  end if;

  perform set_config('masp.effacement', personne::text, true);

  -- Answers kept for a retry hold names: those that speak of any record of the person go, found by the keys of these records.
  select array_agg('%' || c || '%') into cles from (
    select personne::text as c union all select masp.demandes_de(personne)::text union all select masp.bons_de(personne)::text
    union all select masp.mesures_de(personne, false)::text) toutes;
  delete from masp.cles_de_rejeu r where r.departement_code = masp.departement() and r.reponse::text like any (cles);
  get diagnostics supprimees = row_count;
  lignes := jsonb_build_object('reponsesGardees', jsonb_build_object('supprimees', supprimees, 'videes', 0));

  -- What hangs goes before what it hangs from, so that the journal still knows whose it was.
  for partie in select p.* from masp.parties_du_dossier() p where p.sort <> 'garder' order by p.ordre desc loop
    supprimees := 0;
    videes := 0;
    if partie.vide is not null then
      execute format('update %s t set %s where %s and (%s)', partie.nom_table, partie.vide, masp.lignes_de(partie.nom_table, partie.lien), partie.tenue) using personne;
      get diagnostics videes = row_count;
    end if;
    execute format('delete from %s t where %s and not (%s)', partie.nom_table, masp.lignes_de(partie.nom_table, partie.lien), coalesce(partie.tenue, 'false')) using personne;
    get diagnostics supprimees = row_count;
    nom := trim('"' from split_part(partie.nom_table, '.', 2));
    lignes := lignes || jsonb_build_object(nom, jsonb_build_object(
      'supprimees', supprimees + coalesce((lignes -> nom ->> 'supprimees')::bigint, 0), 'videes', videes + coalesce((lignes -> nom ->> 'videes')::bigint, 0)));
  end loop;
  update masp.beneficiaires b set efface_le = jour where b.departement_code = masp.departement() and b.id = personne;

  -- Last: the journal has written down what was just taken out.
  lignes := lignes || jsonb_build_object('valeursDuJournal', jsonb_build_object('supprimees', journal.effacer_valeurs(personne, visa.reference), 'videes', 0));
  perform set_config('masp.effacement', '', true);

  insert into masp.series as s (departement_code, code, dernier) values (masp.departement(), 'effacement:' || annee, 1)
  on conflict (departement_code, code) do update set dernier = s.dernier + 1 returning s.dernier into rang;
  numero := format('CE-%s-%s-%s', masp.departement(), annee, lpad(rang::text, 4, '0'));
  insert into masp.certificats_effacement (
    departement_code, id, numero, date, beneficiaire_id, visa_reference, visa_date, visa_service, visa_utilisateur_id, utilisateur_id, lignes)
  values (masp.departement(), certificat, numero, jour, personne, visa.reference, visa.date, visa.service, visa.utilisateur_id, masp.utilisateur(), lignes);
  return numero;
end $$;

-- A line of a Facture that is not issued may still change: it must be settled first.
create function masp.facture_en_attente(personne uuid) returns boolean language sql stable as $$
  select exists (
    select from masp.lignes_detaillees l join masp.factures f on f.departement_code = l.departement_code and f.id = l.facture_id
    where l.departement_code = masp.departement() and f.etat not in ('Emise', 'Creditee')
      and (l.bon_de_commande_id in (select masp.bons_de(personne)) or l.contrat_id in (select masp.contrats_de_la_personne(personne)))) $$;

revoke all on function masp.effacer(uuid, uuid, date) from public;
grant execute on function masp.effacer(uuid, uuid, date) to masp_app;

-- The values of the journal go with the file and never by themselves.
revoke all on function journal.effacer_valeurs(uuid, text) from masp_app;
