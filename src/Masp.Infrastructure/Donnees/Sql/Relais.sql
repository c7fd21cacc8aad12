-- A hand-over is read by the SAFPM and by the managers of its two Titulaires; planned by the SAFPM alone, its meetings noted by all three (R24).

alter table masp.passages_de_relais
  add constraint ck_relais_parties check (cedant_id <> repreneur_id),
  add constraint ck_relais_date check (demandee >= prevu_le),
  add foreign key (departement_code, cedant_id) references masp.titulaires,
  add foreign key (departement_code, repreneur_id) references masp.titulaires,
  add foreign key (departement_code, lot_code) references masp.lots;
alter table masp.mesures_relayees
  add constraint ck_relayee_rencontres check (rencontre_personne_le is null or rencontre_personne_le >= rencontre_equipes_le),
  add foreign key (departement_code, mesure_id) references masp.mesures;

create trigger exiger_acteur before insert or update or delete on masp.passages_de_relais for each statement execute function masp.exiger_acteur();
create trigger exiger_acteur before insert or update or delete on masp.mesures_relayees for each statement execute function masp.exiger_acteur();
alter table masp.passages_de_relais enable row level security;
alter table masp.mesures_relayees enable row level security;

create policy parties on masp.passages_de_relais for select using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or ((select masp.est_chef()) and (select masp.titulaire()) in (cedant_id, repreneur_id))));
create policy prevision on masp.passages_de_relais for insert with check (departement_code = (select masp.departement()) and (select masp.est_safpm()));
create policy rencontres on masp.passages_de_relais for update using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or ((select masp.est_chef()) and (select masp.titulaire()) in (cedant_id, repreneur_id))));
create policy parente on masp.mesures_relayees for select using (departement_code = (select masp.departement()) and ((select masp.est_safpm())
  or exists (select from masp.passages_de_relais p where p.departement_code = mesures_relayees.departement_code and p.id = mesures_relayees.passage_de_relais_id)));
create policy prevision on masp.mesures_relayees for insert with check (departement_code = (select masp.departement()) and (select masp.est_safpm()));
create policy rencontres on masp.mesures_relayees for update using (departement_code = (select masp.departement()) and ((select masp.est_safpm())
  or exists (select from masp.passages_de_relais p where p.departement_code = mesures_relayees.departement_code and p.id = mesures_relayees.passage_de_relais_id)));

-- What was planned does not move: meetings alone are added.
create function masp.garder_relayee() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'rencontre_equipes_le' - 'rencontre_personne_le') <> (to_jsonb(old) - 'rencontre_equipes_le' - 'rencontre_personne_le') then
    raise exception 'a planned hand-over never moves' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_relayee before update on masp.mesures_relayees for each row execute function masp.garder_relayee();

grant select, insert, update on masp.passages_de_relais, masp.mesures_relayees to masp_app;
call journal.suivre_tout();
