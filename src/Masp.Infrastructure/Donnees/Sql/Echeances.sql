-- Every deadline, as computed on the day of its event (R45 to R48): opened and met by acts, moved only by a recorded one.

alter table masp.echeances
  add constraint ck_echeance_sujet check (num_nonnulls(bon_de_commande_id, titulaire_id) <= 1 and (mesure_id is null or bon_de_commande_id is not null)),
  add constraint ck_echeance_close check ((etat = 'Ouverte') = (close_le is null)),
  add constraint ck_echeance_tenue check ((etat in ('Tenue', 'TenueEnRetard')) = (tenue_le is not null)
    and (etat <> 'Tenue' or tenue_le <= greatest(date_brute, limite)) and (etat <> 'TenueEnRetard' or tenue_le > greatest(date_brute, limite))),
  add constraint ck_echeance_motif check (num_nonnulls(cause, commentaire, expliquee_le, expliquee_par) in (0, 4)),
  add constraint ck_echeance_motif_rencontre check (nature <> 'PremiereRencontre' or etat <> 'TenueEnRetard' or cause is not null),
  add constraint ck_echeance_jour check (extract(isodow from limite) < 6),
  add foreign key (departement_code, titulaire_id) references masp.titulaires,
  add foreign key (departement_code, lot_code) references masp.lots,
  add foreign key (departement_code, reglement_id) references masp.reglements;

create trigger exiger_acteur before insert or update or delete on masp.echeances for each statement execute function masp.exiger_acteur();
create trigger exiger_acteur before insert or update or delete on masp.decalages for each statement execute function masp.exiger_acteur();
create trigger jamais_change before update or delete on masp.decalages for each row execute function masp.refuser_changement();
alter table masp.echeances enable row level security;
alter table masp.decalages enable row level security;

-- Asked as the caller, and hashed once a statement.
create function masp.bons_vus() returns setof uuid language plpgsql stable
  as $$ begin return query select b.id from masp.bons_de_commande b where b.departement_code = masp.departement(); end $$;
create function masp.echeance_vue(p_id uuid) returns boolean language plpgsql stable
  as $$ begin return exists (select from masp.echeances e where e.departement_code = masp.departement() and e.id = p_id); end $$;

-- With the order, and from the signature on with the Mesure; a Titulaire that handed it over reads what was closed by its last day, and writes nothing (R24).
create policy lecture on masp.echeances for select using (departement_code = (select masp.departement()) and ((select masp.voit_tout())
  or ((select masp.est_chef()) and titulaire_id = (select masp.titulaire()))
  or (mesure_id is null and bon_de_commande_id in (select masp.bons_vus()))
  or (mesure_id in (select masp.mesures_vues())
    and (mesure_id not in (select c.mesure_id from masp.mesures_cedees() c)
      or close_le <= (select c.jusqua from masp.mesures_cedees() c where c.mesure_id = echeances.mesure_id)))));
create policy ouverture on masp.echeances for insert with check (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or (mesure_id is null and bon_de_commande_id in (select masp.bons_vus())) or mesure_id in (select masp.mesures_vues())));
create policy actes on masp.echeances for update using (departement_code = (select masp.departement()) and ((select masp.est_safpm())
  or ((select masp.est_chef()) and titulaire_id = (select masp.titulaire()))
  or (mesure_id is null and bon_de_commande_id in (select masp.bons_vus()))
  or (mesure_id in (select masp.mesures_vues()) and mesure_id not in (select c.mesure_id from masp.mesures_cedees() c))));
create policy parente on masp.decalages for all using (departement_code = (select masp.departement())
  and ((select masp.voit_tout()) or masp.echeance_vue(echeance_id)));

-- One that is closed keeps what it says; its lateness may still be explained, once (R46).
create function masp.garder_echeance() returns trigger language plpgsql as $$
declare
  motif constant text[] := array['cause', 'commentaire', 'expliquee_le', 'expliquee_par'];
begin
  if old.cause is not null and (new.cause, new.commentaire, new.expliquee_le, new.expliquee_par)
    is distinct from (old.cause, old.commentaire, old.expliquee_le, old.expliquee_par) then
    raise exception 'the cause of a lateness never changes' using errcode = 'integrity_constraint_violation';
  end if;
  if old.etat <> 'Ouverte' and (to_jsonb(new) - motif - 'mesure_id' - 'revision') <> (to_jsonb(old) - motif - 'mesure_id' - 'revision') then
    raise exception 'a closed deadline never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_echeance before update on masp.echeances for each row execute function masp.garder_echeance();

-- A limit that moved has its move on record, looked at when the unit of work ends.
create function masp.verifier_decalage() returns trigger language plpgsql as $$
begin
  if not exists (select from masp.decalages d
    where d.departement_code = new.departement_code and d.echeance_id = new.id and d.de = old.limite and d.a = new.limite) then
    raise exception 'a deadline moves only by a recorded act' using errcode = 'check_violation', constraint = 'ck_echeance_decalage';
  end if;
  return null;
end $$;
create constraint trigger verifier_decalage after update of limite on masp.echeances deferrable initially deferred
  for each row when (old.limite is distinct from new.limite) execute function masp.verifier_decalage();

-- Codes only, for what runs every day in each Departement.
create function masp.departements_installes() returns setof text language sql stable security definer set search_path = masp, pg_temp
  as $$ select departement_code::text from departements order by 1 $$;
revoke all on function masp.departements_installes() from public;
grant execute on function masp.departements_installes() to masp_app;

grant select, insert, update on masp.echeances to masp_app;
grant select, insert on masp.decalages to masp_app;
call journal.suivre_tout();
