-- The auditor reads the files of the Departement between two dates, the person reads their own file, and neither writes (R61).

create function masp.personne() returns uuid language sql stable as $$
  select case when current_setting('masp.role', true) = 'Beneficiaire' then nullif(current_setting('masp.beneficiaire', true), '')::uuid end $$;
create function masp.est_auditeur() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = 'Auditeur'
    and coalesce(masp.aujourdhui() <@ nullif(current_setting('masp.validite', true), '')::daterange, false) $$;
create function masp.lit_seulement() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Auditeur,Beneficiaire,Evaluateur,Exports}') $$;

-- Asked in front of every write of every table: what a policy lets a reader see, it does not let them change.
create or replace function masp.exiger_acteur() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('masp.utilisateur', true), '') = '' or coalesce(current_setting('masp.departement', true), '') = '' then
    raise exception 'no actor: nobody writes to masp.% anonymously', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if masp.lit_seulement() then
    raise exception 'a role that only reads writes nothing to masp.%', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['mesures', 'bons_de_commande', 'demandes', 'beneficiaires', 'factures', 'commissions', 'points_ordre_du_jour', 'tours_de_role', 'places',
    'inscriptions', 'intervenants', 'quotites', 'absences', 'passages_de_relais'] loop
    execute format('create policy audit on masp.%I for select using (departement_code = (select masp.departement()) and (select masp.est_auditeur()))', t);
  end loop;
  foreach t in array array['mesures', 'bons_de_commande', 'demandes'] loop
    execute format('create policy personne on masp.%I for select using (departement_code = (select masp.departement()) and beneficiaire_id = (select masp.personne()))', t);
  end loop;
end $$;
create policy personne on masp.beneficiaires for select using (departement_code = (select masp.departement()) and id = (select masp.personne()));

create or replace function journal.lit_tout() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,Decideur,Comptable,Integrateur}') or masp.est_auditeur() $$;
