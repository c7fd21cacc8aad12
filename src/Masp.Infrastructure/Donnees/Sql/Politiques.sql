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
  referentiel text[] := array['departement', 'reglement', 'lot', 'commune', 'commune_affectation', 'titulaire', 'convention', 'service_referent', 'habilitation', 'bareme'];
  -- A child row is seen with its parent, whose own policy decides.
  parent record;
begin
  for t in select tablename from pg_tables where schemaname = 'masp' and tablename <> 'migration' loop
    execute format('alter table masp.%I enable row level security', t);
  end loop;

  foreach t in array referentiel loop
    execute format('create policy lecture on masp.%I for select using (departement_code = (select masp.departement()))', t);
    execute format('create policy tenue on masp.%I for all using (departement_code = (select masp.departement()) and (select masp.tient_referentiel()))', t);
  end loop;

  foreach t in array array['commission', 'point_ordre_du_jour'] loop
    execute format('create policy safpm on masp.%I for all using (departement_code = (select masp.departement()) and (select masp.est_safpm()))', t);
  end loop;

  foreach t in array array['bon_de_commande', 'mesure'] loop
    execute format($p$create policy parties on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or titulaire_id = (select masp.titulaire()) or service_referent_id = (select masp.service())))$p$, t);
  end loop;

  for parent in select * from (values
    ('deplacement', 'bon_de_commande', 'bon_de_commande_id'), ('contrat', 'mesure', 'mesure_id'), ('suspension', 'mesure', 'mesure_id'),
    ('changement_de_gestion', 'mesure', 'mesure_id'), ('residence', 'mesure', 'mesure_id'), ('avis', 'demande', 'demande_id'),
    ('facture_ligne', 'facture', 'facture_id'), ('facture_detail', 'facture', 'facture_id')) as liens(enfant, racine, cle) loop
    execute format($p$create policy parente on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or exists (select from masp.%I p where p.departement_code = %I.departement_code and p.id = %I.%I)))$p$,
      parent.enfant, parent.racine, parent.enfant, parent.enfant, parent.cle);
  end loop;
end $$;

create policy serie on masp.serie for all using (departement_code = (select masp.departement()));
create policy rejeu on masp.cle_de_rejeu for all using (departement_code = (select masp.departement()) and utilisateur_id = (select masp.utilisateur()));

create policy parties on masp.facture for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or (titulaire_id = (select masp.titulaire()) and (select current_setting('masp.role', true)) = 'ChefTitulaire')));

create policy demande on masp.demande for all using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
    or exists (select from masp.bon_de_commande b where b.departement_code = demande.departement_code and b.demande_id = demande.id
               and b.titulaire_id = (select masp.titulaire()))));

create policy beneficiaire on masp.beneficiaire for select using (departement_code = (select masp.departement())
  and ((select masp.est_safpm())
    or exists (select from masp.bon_de_commande b where b.departement_code = beneficiaire.departement_code and b.beneficiaire_id = beneficiaire.id
               and (b.titulaire_id = (select masp.titulaire()) or b.service_referent_id = (select masp.service())))
    or ((select masp.service()) is not null and exists (select from masp.demande d
        where d.departement_code = beneficiaire.departement_code and d.beneficiaire_id = beneficiaire.id and d.service_referent_id = (select masp.service())))));
create policy depot on masp.beneficiaire for insert with check (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or (select masp.service()) is not null));
create policy rectification on masp.beneficiaire for update using (departement_code = (select masp.departement()) and (select masp.est_safpm()));

-- The register of a Lot is read by the SAFPM and by every Titulaire that has a Convention on it (R11).
do $$
declare t text;
begin
  foreach t in array array['tour_de_role', 'place', 'inscription'] loop
    execute format($p$create policy registre on masp.%I for all using (departement_code = (select masp.departement())
      and ((select masp.est_safpm()) or exists (select from masp.convention c where c.departement_code = %I.departement_code and c.lot_code = %I.lot_code
        and c.titulaire_id = (select masp.titulaire()))))$p$, t, t, t);
  end loop;
end $$;

grant usage on schema masp to masp_app;
grant select, insert, update on all tables in schema masp to masp_app;
revoke all on masp.migration from masp_app;
revoke update on masp.inscription, masp.avis, masp.bareme from masp_app;
grant delete on masp.facture, masp.facture_ligne, masp.facture_detail, masp.changement_de_gestion, masp.residence to masp_app;
