-- A file is active until the delay after the last contact has passed, then archived: read only, out of the lists (R63).

-- Everything that counts as a contact with the person, or as an act on their file.
create view masp.contacts with (security_invoker = true) as
  select departement_code, beneficiaire_id, deposee_le as date, 'demande' as nature from masp.demandes
  union all select departement_code, beneficiaire_id, decision_date, 'decision' from masp.demandes where decision_date is not null
  union all select departement_code, beneficiaire_id, decision_notifiee_a_la_personne_le, 'decision' from masp.demandes where decision_notifiee_a_la_personne_le is not null
  union all select a.departement_code, d.beneficiaire_id, a.date, 'avis'
    from masp.avis a join masp.demandes d on d.departement_code = a.departement_code and d.id = a.demande_id
  union all select departement_code, beneficiaire_id, emis_le, 'bonDeCommande' from masp.bons_de_commande
  union all select departement_code, beneficiaire_id, recu_le, 'bonDeCommande' from masp.bons_de_commande where recu_le is not null
  union all select departement_code, beneficiaire_id, premiere_rencontre_le, 'rencontre' from masp.bons_de_commande where premiere_rencontre_le is not null
  union all select departement_code, beneficiaire_id, signe_le, 'contrat' from masp.bons_de_commande where signe_le is not null
  union all select departement_code, beneficiaire_id, clos_le, 'bonDeCommande' from masp.bons_de_commande where clos_le is not null
  union all select p.departement_code, b.beneficiaire_id, p.date, 'rencontre'
    from masp.deplacements p join masp.bons_de_commande b on b.departement_code = p.departement_code and b.id = p.bon_de_commande_id
  union all select k.departement_code, m.beneficiaire_id, coalesce(k.fin_reelle, k.fin_prevue), 'finDeContrat'
    from masp.contrats k join masp.mesures m on m.departement_code = k.departement_code and m.id = k.mesure_id
  union all select g.departement_code, m.beneficiaire_id, g.date, 'avenant'
    from masp.changements_de_gestion g join masp.mesures m on m.departement_code = g.departement_code and m.id = g.mesure_id
  union all select r.departement_code, m.beneficiaire_id, r.debut, 'avenant'
    from masp.residences r join masp.mesures m on m.departement_code = r.departement_code and m.id = r.mesure_id
  union all select r.departement_code, m.beneficiaire_id, r.date, 'rencontre'
    from masp.rencontres r join masp.mesures m on m.departement_code = r.departement_code and m.id = r.mesure_id where r.etat = 'Tenue'
  union all select y.departement_code, m.beneficiaire_id, y.rencontre_personne_le, 'rencontre'
    from masp.mesures_relayees y join masp.mesures m on m.departement_code = y.departement_code and m.id = y.mesure_id where y.rencontre_personne_le is not null
  union all select departement_code, beneficiaire_id, date, 'rectification' from masp.rectifications;
grant select on masp.contacts to masp_app;

-- What still runs or waits for somebody keeps a file active, however old its last contact.
create function masp.dossier_ouvert(personne uuid) returns boolean language sql stable as $$
  select exists (select from masp.mesures m where m.departement_code = masp.departement() and m.beneficiaire_id = personne and m.etat = 'EnCours')
    or exists (select from masp.bons_de_commande b where b.departement_code = masp.departement() and b.beneficiaire_id = personne
      and (b.etat in ('Emis', 'Recu') or b.forfait = 'AValider'))
    or exists (select from masp.demandes d where d.departement_code = masp.departement() and d.beneficiaire_id = personne
      and d.etat in ('Deposee', 'Inscrite', 'Ajournee', 'AvisRendu', 'Acceptee', 'Attribuee'))
$$;

create function masp.marquer_archive(personne uuid, le date) returns void language plpgsql set search_path = masp, pg_temp as $$
begin
  update masp.beneficiaires set archive_le = le, revision = revision + 1 where departement_code = masp.departement() and id = personne;
  update masp.demandes set archivee = le is not null where departement_code = masp.departement() and beneficiaire_id = personne;
  update masp.bons_de_commande set archivee = le is not null where departement_code = masp.departement() and beneficiaire_id = personne;
  update masp.mesures set archivee = le is not null where departement_code = masp.departement() and beneficiaire_id = personne;
end $$;

-- Archives whom the application found due, each looked at again under its lock: a contact of the meantime keeps the file active.
-- Answers how many it archived; one that is archived already is none.
create function masp.archiver(personnes uuid[], explications text[], ans int, jour date) returns int
  language plpgsql security definer set search_path = masp, public, pg_temp as $$
declare
  rang int;
  faits int := 0;
begin
  if coalesce(current_setting('masp.role', true), '') <> all ('{Agent,Decideur}') or ans < 1 then
    raise exception 'only the SAFPM archives' using errcode = 'insufficient_privilege';
  end if;

  -- In one order, so that two who archive at once wait for each other instead of crossing.
  for rang in select o.r from unnest(personnes) with ordinality o(id, r) order by o.id loop
    perform from masp.beneficiaires where departement_code = masp.departement() and id = personnes[rang] and archive_le is null for update;
    if not found or masp.dossier_ouvert(personnes[rang]) then continue; end if;
    if coalesce((select (max(date) + make_interval(years => ans))::date >= jour from masp.contacts
      where departement_code = masp.departement() and beneficiaire_id = personnes[rang]), true) then continue; end if;
    perform masp.marquer_archive(personnes[rang], jour);
    insert into masp.archivages (departement_code, beneficiaire_id, nature, date, utilisateur_id, explication)
    values (masp.departement(), personnes[rang], 'Archivage', jour, masp.utilisateur(), explications[rang]);
    faits := faits + 1;
  end loop;
  return faits;
end $$;

-- A new Demande brings the file back, whoever files it and by whatever way it becomes this person's; an erased one stays erased.
create function masp.reprendre_dossier() returns trigger language plpgsql security definer set search_path = masp, public, pg_temp as $$
declare
  dossier record;
begin
  select archive_le, efface_le into dossier from masp.beneficiaires where departement_code = new.departement_code and id = new.beneficiaire_id for update;
  if dossier.efface_le is not null then
    raise exception 'an erased file takes no demande' using errcode = 'check_violation', constraint = 'ck_demande_dossier_efface';
  end if;
  if dossier.archive_le is null then return null; end if;
  perform masp.marquer_archive(new.beneficiaire_id, null);
  insert into masp.archivages (departement_code, beneficiaire_id, nature, date, utilisateur_id, explication)
  values (new.departement_code, new.beneficiaire_id, 'Reprise', coalesce(masp.aujourdhui(), (clock_timestamp() at time zone 'Europe/Paris')::date), masp.utilisateur(), format('Repris : la demande %s a été déposée (R63).', new.numero));
  return null;
end $$;

create trigger reprendre_dossier after insert or update of beneficiaire_id on masp.demandes for each row execute function masp.reprendre_dossier();

-- An archived file is read, never written: it comes back first.
create function masp.garder_archive() returns trigger language plpgsql as $$
declare
  avant jsonb := to_jsonb(old);
  apres jsonb := to_jsonb(new);
begin
  if current_user = 'masp_proprietaire' then return new; end if;
  if (apres ->> 'archivee', apres ->> 'archive_le', apres ->> 'efface_le') is distinct from (avant ->> 'archivee', avant ->> 'archive_le', avant ->> 'efface_le') then
    raise exception 'only the archiving archives' using errcode = 'insufficient_privilege';
  end if;
  if coalesce((avant ->> 'archivee')::boolean, avant ->> 'archive_le' is not null) then
    raise exception 'an archived file never changes' using errcode = 'check_violation', constraint = 'ck_dossier_archive';
  end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['beneficiaires', 'demandes', 'bons_de_commande', 'mesures'] loop
    execute format('create trigger garder_archive before update on masp.%I for each row when (not masp.efface_en_ce_moment()) execute function masp.garder_archive()', t);
  end loop;
end $$;

-- What hangs from an archived Mesure without a version of the Mesure itself.
create function masp.garder_mesure_archivee() returns trigger language plpgsql as $$
begin
  if exists (select from masp.mesures m where m.departement_code = new.departement_code and m.id = new.mesure_id and m.archivee) then
    raise exception 'an archived file never changes' using errcode = 'check_violation', constraint = 'ck_dossier_archive';
  end if;
  return new;
end $$;
create trigger garder_archive before insert or update on masp.rencontres for each row execute function masp.garder_mesure_archivee();
create trigger garder_archive before insert or update on masp.notes for each row execute function masp.garder_mesure_archivee();
create trigger garder_archive before insert or update on masp.informations_de_sante for each row execute function masp.garder_mesure_archivee();

revoke all on function masp.archiver(uuid[], text[], int, date), masp.marquer_archive(uuid, date) from public;
grant execute on function masp.archiver(uuid[], text[], int, date) to masp_app;
