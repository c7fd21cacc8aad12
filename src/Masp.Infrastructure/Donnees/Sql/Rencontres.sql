-- Rencontres (R18): seen with their Mesure, and by a Titulaire that handed it over only up to its last day (R24). Corrected or cancelled on
-- record, never deleted.

alter table masp.rencontres
  add constraint ck_rencontre_duree check (duree_minutes between 1 and 600 and etat <> 'Manquee' or duree_minutes is null and etat <> 'Tenue'),
  add constraint ck_rencontre_cause check (etat = 'Annulee' or (etat = 'Manquee') = (cause is not null)),
  add constraint ck_rencontre_trajet check (trajet_minutes between 0 and 600 and trajet_km between 0 and 999),
  add foreign key (departement_code, mesure_id) references masp.mesures,
  add foreign key (departement_code, titulaire_id) references masp.titulaires,
  add foreign key (departement_code, intervenant_id) references masp.intervenants;

-- A day or a month of everybody's.
create index ix_rencontre_date on masp.rencontres (departement_code, date, id);

-- On a day of the Mesure that this Titulaire served and that was not suspended.
create function masp.garder_rencontre() returns trigger language plpgsql security definer set search_path = masp, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if old.etat = 'Annulee' then
      raise exception 'a cancelled rencontre never changes' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.mesure_id, new.externe_id, new.enregistree_le) is distinct from (old.mesure_id, old.externe_id, old.enregistree_le) then
      raise exception 'a rencontre stays with its mesure' using errcode = 'integrity_constraint_violation';
    end if;
    if new.etat = 'Annulee' or (new.date, new.titulaire_id) = (old.date, old.titulaire_id) then return new; end if;
  end if;
  if not exists (
    select from tenues t join mesures m on m.departement_code = t.departement_code and m.id = t.mesure_id
    where t.departement_code = new.departement_code and t.mesure_id = new.mesure_id and t.titulaire_id = new.titulaire_id
      and t.debut <= new.date and (t.fin is null or t.fin >= new.date) and new.date <= coalesce(m.fin_reelle, m.fin_prevue))
  then
    raise exception 'this titulaire does not serve the mesure on that day' using errcode = 'check_violation', constraint = 'ck_rencontre_tenue';
  end if;
  if exists (
    select from suspensions s
    where s.departement_code = new.departement_code and s.mesure_id = new.mesure_id and new.date between s.debut and s.fin)
  then
    raise exception 'the mesure is suspended on that day' using errcode = 'check_violation', constraint = 'ck_rencontre_suspension';
  end if;
  return new;
end $$;
create trigger garder_rencontre before insert or update on masp.rencontres for each row execute function masp.garder_rencontre();
create trigger jamais_supprimee before delete on masp.rencontres for each row execute function masp.refuser_changement();
create trigger jamais_change before update or delete on masp.corrections_de_rencontre for each row execute function masp.refuser_changement();

do $$
declare
  t text;
begin
  foreach t in array array['rencontres', 'corrections_de_rencontre'] loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
    execute format('alter table masp.%I enable row level security', t);
  end loop;
end $$;

create policy lecture on masp.rencontres for select using (departement_code = masp.departement() and (masp.voit_tout() or masp.ligne_vue(mesure_id, date)));
create policy ajout on masp.rencontres for insert with check (departement_code = masp.departement()
  and (masp.est_safpm() or (titulaire_id = masp.titulaire() and masp.mesure_gardee(mesure_id))));
create policy correction on masp.rencontres for update using (departement_code = masp.departement()
  and (masp.est_safpm() or (titulaire_id = masp.titulaire() and masp.mesure_gardee(mesure_id))));

create function masp.rencontre_vue(rencontre uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
declare r rencontres;
begin
  select * into r from rencontres where departement_code = departement() and id = rencontre;
  return found and ligne_vue(r.mesure_id, r.date);
end $$;
create policy lecture on masp.corrections_de_rencontre for select using (departement_code = masp.departement() and (masp.voit_tout() or masp.rencontre_vue(rencontre_id)));
create policy ajout on masp.corrections_de_rencontre for insert with check (departement_code = masp.departement() and (masp.est_safpm() or masp.rencontre_vue(rencontre_id)));

grant select, insert, update on masp.rencontres to masp_app;
grant select, insert on masp.corrections_de_rencontre to masp_app;

call journal.suivre_tout();
