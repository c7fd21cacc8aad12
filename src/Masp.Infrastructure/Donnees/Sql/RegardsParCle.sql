-- Whether one record is seen by a caller who does not see everything (R61), answered by keys. Policies ask these after the role: whoever sees everything
-- starts none of them, and for the others opening a file costs a few look-ups. A subquery in a policy was started for everybody, at every statement.
-- They belong to the owner, whom no policy binds: they answer about the caller only.

-- Exclusion constraints have indexes that answer the same questions ten times slower, and the planner holds them for equals: these cover the question whole.
create index ix_tenue_partie on masp.tenues (departement_code, mesure_id, titulaire_id, debut, fin);
create index ix_suivi_partie on masp.suivis (departement_code, mesure_id, intervenant_id, debut, fin);
create index ix_absence_partie on masp.absences (departement_code, remplacant_id, intervenant_id, debut, fin);
create index ix_convention_partie on masp.conventions (departement_code, lot_code, titulaire_id);
create index ix_bon_demande on masp.bons_de_commande (departement_code, demande_id);

-- Asked after the SAFPM and of nobody else: unfolded, its settings and dates would be made ready in every statement.
create or replace function masp.est_auditeur() returns boolean language plpgsql stable as $$
begin
  return current_setting('masp.role', true) = 'Auditeur'
    and coalesce(masp.aujourdhui() <@ nullif(current_setting('masp.validite', true), '')::daterange, false);
end $$;

-- The workers for whom the caller acts today: oneself while in the team, and those one stands in for (R26).
create function masp.tenus() returns uuid[] language plpgsql stable security definer set search_path = masp, pg_temp as $$
declare moi uuid;
begin
  if not est_intervenant() then
    return '{}';
  end if;
  select i.id into moi from intervenants i
  where i.departement_code = departement() and i.utilisateur_id = utilisateur() and i.titulaire_id = titulaire()
    and i.entree <= aujourdhui() and (i.sortie is null or i.sortie >= aujourdhui());
  return array(
    select moi where moi is not null union
    select a.intervenant_id from absences a where a.departement_code = departement() and a.remplacant_id = moi and aujourdhui() between a.debut and a.fin);
end $$;
create or replace function masp.intervenants_tenus() returns setof uuid language sql stable as $$ select unnest(masp.tenus()) $$;

-- The columns answer first: for a row being written, whose children are not there yet, and without a query for nearly every row of a list. A Titulaire goes
-- on seeing what it handed over (R24).
create function masp.mesure_est_vue(m masp.mesures, tenus uuid[]) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  if m.service_referent_id = service() or m.beneficiaire_id = personne() then
    return true;
  elsif est_chef() then
    if m.titulaire_id = titulaire() and m.titulaire_depuis <= aujourdhui() then
      return true;
    end if;
    return exists (
      select from tenues t where t.departement_code = departement() and t.mesure_id = m.id and t.titulaire_id = titulaire() and t.debut <= aujourdhui());
  elsif est_intervenant() then
    if m.intervenant_id = any (tenus) and m.intervenant_depuis <= aujourdhui() then
      return true;
    end if;
    return exists (
      select from suivis s where s.departement_code = departement() and s.mesure_id = m.id and s.intervenant_id = any (tenus)
        and s.debut <= aujourdhui() and (s.fin is null or s.fin >= aujourdhui()));
  end if;
  return false;
end $$;
create function masp.mesure_vue(mesure uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
declare m mesures;
begin
  select * into m from mesures where departement_code = departement() and id = mesure;
  return found and mesure_est_vue(m, tenus());
end $$;

-- The last day that the caller's Titulaire, having handed the Mesure over, may read of; null when it did not (R24).
create function masp.cedee_jusqu_au(mesure uuid) returns date language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return (
    select max(t.fin) from tenues t
    where t.departement_code = departement() and t.mesure_id = mesure and t.titulaire_id = titulaire() and t.debut <= aujourdhui()
    having bool_and(coalesce(t.fin < aujourdhui(), false)));
end $$;
-- A row that hangs from a Mesure, by the day it bears.
create function masp.ligne_vue(mesure uuid, jour date) returns boolean language plpgsql stable as $$
begin
  return masp.mesure_vue(mesure) and (not masp.est_chef() or coalesce(jour <= masp.cedee_jusqu_au(mesure), true));
end $$;
-- One that is written, or that nobody reads any more once the Mesure was handed over.
create function masp.mesure_gardee(mesure uuid) returns boolean language plpgsql stable as $$
begin
  return masp.mesure_vue(mesure) and (not masp.est_chef() or masp.cedee_jusqu_au(mesure) is null);
end $$;

-- An order is also seen with the Mesure that came of it.
create function masp.bon_est_vu(b masp.bons_de_commande, tenus uuid[]) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
declare m mesures;
begin
  if b.service_referent_id = service() or b.beneficiaire_id = personne() or (est_chef() and b.titulaire_id = titulaire()) or b.intervenant_id = any (tenus) then
    return true;
  elsif titulaire() is null then
    return false;
  end if;
  select * into m from mesures where departement_code = departement() and bon_de_commande_id = b.id;
  return found and mesure_est_vue(m, tenus);
end $$;
create function masp.bon_vu(bon uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
declare b bons_de_commande;
begin
  select * into b from bons_de_commande where departement_code = departement() and id = bon;
  return found and bon_est_vu(b, tenus());
end $$;

create function masp.demande_d_un_bon_vu(demande uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return titulaire() is not null and exists (
    select from bons_de_commande b where b.departement_code = departement() and b.demande_id = demande and bon_est_vu(b, tenus()));
end $$;
create function masp.demande_vue(demande uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return exists (
    select from demandes d where d.departement_code = departement() and d.id = demande
      and (d.service_referent_id = service() or d.beneficiaire_id = personne() or demande_d_un_bon_vu(d.id)));
end $$;
create function masp.personne_vue(personne uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  if service() is not null then
    if exists (select from demandes d where d.departement_code = departement() and d.beneficiaire_id = personne and d.service_referent_id = service()) then
      return true;
    end if;
  elsif est_chef() then
    -- What a page of a Titulaire is nearly always about, without a call more for each of its rows.
    if exists (select from bons_de_commande b where b.departement_code = departement() and b.beneficiaire_id = personne and b.titulaire_id = titulaire()) then
      return true;
    end if;
  end if;
  return exists (select from bons_de_commande b where b.departement_code = departement() and b.beneficiaire_id = personne and bon_est_vu(b, tenus()));
end $$;

create function masp.facture_vue(facture uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return est_chef() and exists (select from factures f where f.departement_code = departement() and f.id = facture and f.titulaire_id = titulaire());
end $$;
create function masp.registre_vu(lot text) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return titulaire() is not null and exists (
    select from conventions c where c.departement_code = departement() and c.lot_code = lot and c.titulaire_id = titulaire());
end $$;
create function masp.equipe_vue(intervenant uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return titulaire() is not null and exists (
    select from intervenants i where i.departement_code = departement() and i.id = intervenant and i.titulaire_id = titulaire());
end $$;
create function masp.relais_vu(relais uuid) returns boolean language plpgsql stable security definer set search_path = masp, pg_temp as $$
begin
  return est_chef() and exists (
    select from passages_de_relais p where p.departement_code = departement() and p.id = relais and titulaire() in (p.cedant_id, p.repreneur_id));
end $$;

-- A set, for who must have it whole: the candidates by their indexes, of which the policies keep what is seen.
create or replace function masp.mesures_vues() returns setof uuid language plpgsql stable as $$
begin
  if masp.voit_tout() then
    return query select m.id from masp.mesures m where m.departement_code = masp.departement();
  else
    return query select m.id from masp.mesures m where m.departement_code = masp.departement()
      and (m.titulaire_id = masp.titulaire() or m.service_referent_id = masp.service() or m.beneficiaire_id = masp.personne() or m.intervenant_id = any (masp.tenus())
        or m.id = any (array(select masp.mesures_tenues() union all select c.mesure_id from masp.mesures_cedees() c union all select masp.mesures_suivies())));
  end if;
end $$;

do $$
declare f regprocedure;
begin
  for f in select p.oid from pg_proc p where p.pronamespace = 'masp'::regnamespace and p.prosecdef
    and p.proname in ('tenus', 'mesure_est_vue', 'mesure_vue', 'cedee_jusqu_au', 'bon_est_vu', 'bon_vu', 'demande_d_un_bon_vu', 'demande_vue', 'personne_vue',
      'facture_vue', 'registre_vu', 'equipe_vue', 'relais_vu') loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to masp_app', f);
  end loop;
end $$;
