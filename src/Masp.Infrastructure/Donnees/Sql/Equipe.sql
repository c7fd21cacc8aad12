-- The teams of the Titulaires, who serves and who follows each Mesure, and what each may see of it on the day that is told (R24 to R26, R61).

alter table masp.intervenants
  add constraint ck_intervenant_dates check (sortie is null or sortie >= entree),
  add constraint ck_intervenant_chef check (est_chef or chef_id is not null),
  add foreign key (departement_code, titulaire_id) references masp.titulaires,
  add foreign key (departement_code, chef_id) references masp.intervenants;
alter table masp.quotites
  add constraint ck_quotite_etp check (etp > 0 and etp <= 1),
  add constraint ck_quotite_dates check (fin is null or fin >= debut),
  add constraint ex_quotite_chevauchement exclude using gist
    (departement_code with =, intervenant_id with =, daterange(debut, fin, '[]') with &&);
alter table masp.absences
  add constraint ck_absence_dates check (fin >= debut),
  add constraint ck_absence_remplacant check (remplacant_id <> intervenant_id),
  add constraint ex_absence_chevauchement exclude using gist
    (departement_code with =, intervenant_id with =, daterange(debut, fin, '[]') with &&),
  add foreign key (departement_code, remplacant_id) references masp.intervenants;
alter table masp.suivis
  add constraint ck_suivi_dates check (fin is null or fin >= debut),
  add constraint ex_suivi_chevauchement exclude using gist
    (departement_code with =, mesure_id with =, daterange(debut, fin, '[]') with &&),
  add foreign key (departement_code, intervenant_id) references masp.intervenants;
alter table masp.tenues
  add constraint ck_tenue_dates check (fin is null or fin >= debut),
  add constraint ex_tenue_chevauchement exclude using gist
    (departement_code with =, mesure_id with =, daterange(debut, fin, '[]') with &&),
  add foreign key (departement_code, titulaire_id) references masp.titulaires;
alter table masp.mesures
  add constraint ck_mesure_intervenant check ((intervenant_id is null) = (intervenant_depuis is null)),
  add foreign key (departement_code, intervenant_id) references masp.intervenants;
alter table masp.bons_de_commande
  add foreign key (departement_code, intervenant_id) references masp.intervenants;
create index ix_mesure_reprise on masp.mesures (departement_code, titulaire_id) where titulaire_precedent_id is not null;

create function masp.aujourdhui() returns date language sql stable as $$ select nullif(current_setting('masp.aujourdhui', true), '')::date $$;
create function masp.est_chef() returns boolean language sql stable as $$ select current_setting('masp.role', true) = 'ChefTitulaire' $$;
create function masp.est_intervenant() returns boolean language sql stable as $$ select current_setting('masp.role', true) = 'Intervenant' $$;

-- The four below belong to the owner, whom no policy binds: policies ask them without asking one another in a circle. Each answers about
-- the caller only, and is read once a statement.

-- The workers for whom the caller acts today: oneself while in the team, and those one stands in for.
create function masp.intervenants_tenus() returns setof uuid language sql stable security definer set search_path = masp, pg_temp
  as $$
    with moi as materialized (
      select id from intervenants
      where departement_code = masp.departement() and titulaire_id = masp.titulaire() and utilisateur_id = masp.utilisateur() and masp.est_intervenant()
        and entree <= masp.aujourdhui() and (sortie is null or sortie >= masp.aujourdhui()))
    select id from moi
    union
    select a.intervenant_id from absences a
    where a.departement_code = masp.departement() and a.remplacant_id in (select id from moi) and masp.aujourdhui() between a.debut and a.fin
  $$;

-- Followed today by one of those.
create function masp.mesures_suivies() returns setof uuid language sql stable security definer set search_path = masp, pg_temp
  as $$
    select mesure_id from suivis
    where departement_code = masp.departement() and intervenant_id in (select masp.intervenants_tenus())
      and debut <= masp.aujourdhui() and (fin is null or fin >= masp.aujourdhui())
  $$;

-- Served today by the caller's Titulaire, with another one, or another contract, already recorded for later.
create function masp.mesures_tenues() returns setof uuid language sql stable security definer set search_path = masp, pg_temp
  as $$
    select mesure_id from tenues
    where departement_code = masp.departement() and titulaire_id = masp.titulaire() and masp.est_chef()
      and debut <= masp.aujourdhui() and fin >= masp.aujourdhui()
  $$;

-- Handed over by the caller's Titulaire, and the last day it may read of (R24).
create function masp.mesures_cedees() returns table (mesure_id uuid, jusqua date) language sql stable security definer set search_path = masp, pg_temp
  as $$
    select t.mesure_id, max(t.fin) from tenues t
    where t.departement_code = masp.departement() and t.titulaire_id = masp.titulaire() and masp.est_chef() and t.fin < masp.aujourdhui()
      and not exists (
        select from tenues u where u.departement_code = t.departement_code and u.mesure_id = t.mesure_id and u.titulaire_id = t.titulaire_id
          and u.debut <= masp.aujourdhui() and (u.fin is null or u.fin >= masp.aujourdhui()))
    group by t.mesure_id
  $$;

revoke all on function masp.intervenants_tenus(), masp.mesures_suivies(), masp.mesures_tenues(), masp.mesures_cedees() from public;
grant execute on function masp.intervenants_tenus(), masp.mesures_suivies(), masp.mesures_tenues(), masp.mesures_cedees() to masp_app;

do $$
declare
  t text;
  enfant record;
  visible text;
  ecrite text;
  lue text;
  -- Whose Mesure it is today; a Titulaire that handed it over is not among them. The columns answer for a row being written, whose children are not there yet.
  mesure text := $p$(departement_code = (select masp.departement()) and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
      or ((select masp.est_chef()) and ((titulaire_id = (select masp.titulaire()) and titulaire_depuis <= (select masp.aujourdhui()))
        or id in (select masp.mesures_tenues())))
      or ((select masp.est_intervenant()) and ((intervenant_id in (select masp.intervenants_tenus()) and intervenant_depuis <= (select masp.aujourdhui()))
        or id in (select masp.mesures_suivies())))))$p$;
  bon text := $p$(departement_code = (select masp.departement()) and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
      or ((select masp.est_chef()) and titulaire_id = (select masp.titulaire()))
      or ((select masp.est_intervenant()) and intervenant_id in (select masp.intervenants_tenus()))))$p$;
begin
  foreach t in array array['intervenants', 'quotites', 'absences', 'suivis', 'tenues'] loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
    execute format('alter table masp.%I enable row level security', t);
  end loop;

  drop policy parties on masp.mesures;
  execute format('create policy parties on masp.mesures for all using %s', mesure);
  create policy cedees on masp.mesures for select using (departement_code = (select masp.departement())
    and (select masp.est_chef()) and id in (select c.mesure_id from masp.mesures_cedees() c));

  drop policy parties on masp.bons_de_commande;
  execute format('create policy parties on masp.bons_de_commande for all using %s', bon);
  create policy signes on masp.bons_de_commande for select using (departement_code = (select masp.departement()) and (select masp.titulaire()) is not null
    and exists (select from masp.mesures m where m.departement_code = bons_de_commande.departement_code and m.bon_de_commande_id = bons_de_commande.id));

  -- A child row is seen with its Mesure; by a Titulaire that handed it over, up to its last day, and it writes no more.
  for enfant in select * from (values
    ('contrats', 'debut'), ('suspensions', 'debut'), ('changements_de_gestion', 'date'), ('residences', 'debut'), ('suivis', 'debut'), ('tenues', 'debut')) as liens(nom, jour) loop
    execute format('drop policy if exists parente on masp.%I', enfant.nom);
    visible := format('exists (select from masp.mesures p where p.departement_code = %1$I.departement_code and p.id = %1$I.mesure_id)', enfant.nom);
    ecrite := format($p$(departement_code = (select masp.departement()) and ((select masp.est_safpm())
      or (%s and mesure_id not in (select c.mesure_id from masp.mesures_cedees() c))))$p$, visible);
    lue := format($p$(departement_code = (select masp.departement()) and ((select masp.est_safpm()) or (%1$s
      and (mesure_id not in (select c.mesure_id from masp.mesures_cedees() c)
        or %2$I.%3$I <= (select c.jusqua from masp.mesures_cedees() c where c.mesure_id = %2$I.mesure_id)))))$p$, visible, enfant.nom, enfant.jour);
    execute format('create policy lecture on masp.%I for select using %s', enfant.nom, lue);
    execute format('create policy ecriture on masp.%I for all using %s', enfant.nom, ecrite);
  end loop;

  foreach t in array array['quotites', 'absences'] loop
    visible := format('exists (select from masp.intervenants i where i.departement_code = %1$I.departement_code and i.id = %1$I.intervenant_id and i.titulaire_id = (select masp.titulaire()))', t);
    execute format('create policy lecture on masp.%I for select using (departement_code = (select masp.departement()) and ((select masp.est_safpm()) or %s))', t, visible);
    execute format('create policy equipe on masp.%I for all using (departement_code = (select masp.departement()) and ((select masp.est_safpm()) or (%s and (select masp.est_chef()))))', t, visible);
  end loop;
end $$;

-- The name of a worker is no secret of the person: the services that asked know who follows. Working time and absences are the team's.
create policy lecture on masp.intervenants for select using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or titulaire_id = (select masp.titulaire()) or (select masp.service()) is not null
    or (select current_setting('masp.role', true)) = 'Administrateur'));
create policy equipe on masp.intervenants for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or ((select masp.est_chef()) and titulaire_id = (select masp.titulaire())) or (select current_setting('masp.role', true)) = 'Administrateur'));

-- A Demande and a person are seen with an order that is.
drop policy demande on masp.demandes;
create policy demande on masp.demandes for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
    or ((select masp.titulaire()) is not null
      and exists (select from masp.bons_de_commande b where b.departement_code = demandes.departement_code and b.demande_id = demandes.id))));
drop policy beneficiaire on masp.beneficiaires;
create policy beneficiaire on masp.beneficiaires for select using (departement_code = (select masp.departement())
  and ((select masp.est_safpm())
    or exists (select from masp.bons_de_commande b where b.departement_code = beneficiaires.departement_code and b.beneficiaire_id = beneficiaires.id)
    or ((select masp.service()) is not null and exists (select from masp.demandes d
        where d.departement_code = beneficiaires.departement_code and d.beneficiaire_id = beneficiaires.id and d.service_referent_id = (select masp.service())))));

grant select, insert, update on masp.intervenants, masp.quotites, masp.absences, masp.suivis, masp.tenues to masp_app;
grant delete on masp.quotites, masp.absences, masp.suivis, masp.tenues to masp_app;

call journal.suivre_tout();
