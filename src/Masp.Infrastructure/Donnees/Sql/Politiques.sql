-- Who sees which rows (R61), decided here again whatever the application asked. Called as (select ...) so that each is evaluated once a statement.

create function masp.departement() returns text language sql stable as $$ select current_setting('masp.departement', true) $$;
create function masp.utilisateur() returns uuid language sql stable as $$ select nullif(current_setting('masp.utilisateur', true), '')::uuid $$;
create function masp.titulaire() returns uuid language sql stable as $$ select nullif(current_setting('masp.titulaire', true), '')::uuid $$;
create function masp.service() returns uuid language sql stable as $$ select nullif(current_setting('masp.service', true), '')::uuid $$;
create function masp.est_safpm() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,Decideur,Comptable,Integrateur}') $$;
create function masp.tient_referentiel() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,Comptable,Integrateur,Administrateur}') $$;

do $$
declare
  t text;
  -- Read by every signed-in caller of the Departement, written by those who keep it.
  referentiel text[] := array['departements', 'reglements', 'lots', 'communes', 'affectations', 'titulaires', 'conventions', 'services_referents', 'habilitations', 'baremes'];
  -- A child row is seen with its parent, whose own policy decides.
  parent record;
begin
  for t in select tablename from pg_tables where schemaname = 'masp' and tablename <> 'migrations' loop
    execute format('alter table masp.%I enable row level security', t);
  end loop;

  foreach t in array referentiel loop
    execute format('create policy lecture on masp.%I for select using (departement_code = (select masp.departement()))', t);
    execute format('create policy tenue on masp.%I for all using (departement_code = (select masp.departement()) and (select masp.tient_referentiel()))', t);
  end loop;

  foreach t in array array['commissions', 'points_ordre_du_jour'] loop
    execute format('create policy safpm on masp.%I for all using (departement_code = (select masp.departement()) and (select masp.est_safpm()))', t);
  end loop;

  foreach t in array array['bons_de_commande', 'mesures'] loop
    execute format($p$create policy parties on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or titulaire_id = (select masp.titulaire()) or service_referent_id = (select masp.service())))$p$, t);
  end loop;

  for parent in select * from (values
    ('deplacements', 'bons_de_commande', 'bon_de_commande_id'), ('contrats', 'mesures', 'mesure_id'), ('suspensions', 'mesures', 'mesure_id'),
    ('changements_de_gestion', 'mesures', 'mesure_id'), ('residences', 'mesures', 'mesure_id'), ('avis', 'demandes', 'demande_id'),
    ('lignes_facture', 'factures', 'facture_id'), ('lignes_detaillees', 'factures', 'facture_id')) as liens(enfant, racine, cle) loop
    execute format($p$create policy parente on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or exists (select from masp.%I p where p.departement_code = %I.departement_code and p.id = %I.%I)))$p$,
      parent.enfant, parent.racine, parent.enfant, parent.enfant, parent.cle);
  end loop;
end $$;

create policy serie on masp.series for all using (departement_code = (select masp.departement()));
create policy rejeu on masp.cles_de_rejeu for all using (departement_code = (select masp.departement()) and utilisateur_id = (select masp.utilisateur()));

create policy parties on masp.factures for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or (titulaire_id = (select masp.titulaire()) and (select current_setting('masp.role', true)) = 'ChefTitulaire')));

create policy demande on masp.demandes for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
    or exists (select from masp.bons_de_commande b where b.departement_code = demandes.departement_code and b.demande_id = demandes.id
               and b.titulaire_id = (select masp.titulaire()))));

create policy beneficiaire on masp.beneficiaires for select using (departement_code = (select masp.departement())
  and ((select masp.est_safpm())
    or exists (select from masp.bons_de_commande b where b.departement_code = beneficiaires.departement_code and b.beneficiaire_id = beneficiaires.id
               and (b.titulaire_id = (select masp.titulaire()) or b.service_referent_id = (select masp.service())))
    or ((select masp.service()) is not null and exists (select from masp.demandes d
        where d.departement_code = beneficiaires.departement_code and d.beneficiaire_id = beneficiaires.id and d.service_referent_id = (select masp.service())))));
create policy depot on masp.beneficiaires for insert with check (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or (select masp.service()) is not null));
create policy rectification on masp.beneficiaires for update using (departement_code = (select masp.departement()) and (select masp.est_safpm()));

-- The register of a Lot is read by the SAFPM and by every Titulaire that has a Convention on it (R11).
do $$
declare t text;
begin
  foreach t in array array['tours_de_role', 'places', 'inscriptions'] loop
    execute format($p$create policy registre on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or exists (select from masp.conventions c where c.departement_code = %I.departement_code and c.lot_code = %I.lot_code
        and c.titulaire_id = (select masp.titulaire()))))$p$, t, t, t);
  end loop;
end $$;

-- The 48 months are counted over every contract of a person, whoever held it and whoever asks (R3): days only, and no row of another Titulaire.
create function masp.contrats_de(personne uuid) returns table (debut date, fin date)
  language sql stable security definer set search_path = masp, public
  as $$
    select k.debut, coalesce(k.fin_reelle, k.fin_prevue)
    from masp.mesures m join masp.contrats k on k.departement_code = m.departement_code and k.mesure_id = m.id
    where m.departement_code = masp.departement() and m.beneficiaire_id = personne
  $$;
revoke all on function masp.contrats_de(uuid) from public;
grant execute on function masp.contrats_de(uuid) to masp_app;

grant usage on schema masp to masp_app;
grant select, insert, update on all tables in schema masp to masp_app;
revoke all on masp.migrations from masp_app;
revoke update on masp.inscriptions, masp.avis, masp.baremes from masp_app;
grant delete on masp.factures, masp.lignes_facture, masp.lignes_detaillees, masp.changements_de_gestion, masp.residences to masp_app;
