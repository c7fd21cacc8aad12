-- Acts that the database refuses whoever asks.

create function masp.exiger_acteur() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('masp.utilisateur', true), '') = '' or coalesce(current_setting('masp.departement', true), '') = '' then
    raise exception 'no actor: nobody writes to masp.% anonymously', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

create function masp.refuser_changement() returns trigger language plpgsql as $$
begin
  raise exception 'masp.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'masp' and tablename <> 'migrations' loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
  end loop;
  foreach t in array array['inscriptions', 'avis', 'baremes'] loop
    execute format('create trigger jamais_change before update or delete on masp.%I for each row execute function masp.refuser_changement()', t);
  end loop;
end $$;

-- A Decision is taken once (R9).
create function masp.garder_decision() returns trigger language plpgsql as $$
begin
  if old.decision_sens is not null
     and (new.decision_sens, new.decision_date, new.decision_utilisateur_id, new.decision_avec_gestion, new.decision_duree_mois, new.decision_lot_code,
          new.decision_motif, new.decision_fondement, new.decision_motif_divergence, new.decision_motif_ineligibilite)
     is distinct from
         (old.decision_sens, old.decision_date, old.decision_utilisateur_id, old.decision_avec_gestion, old.decision_duree_mois, old.decision_lot_code,
          old.decision_motif, old.decision_fondement, old.decision_motif_divergence, old.decision_motif_ineligibilite) then
    raise exception 'a decision never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_decision before update on masp.demandes for each row execute function masp.garder_decision();

-- An issued Facture never changes (R41): only an Avoir may mark it, and free its mois-mesure.
create function masp.garder_facture() returns trigger language plpgsql as $$
begin
  if old.etat in ('Emise', 'Creditee') then
    if tg_op = 'DELETE' or old.etat = 'Creditee' or new.etat not in ('Emise', 'Creditee')
       or (to_jsonb(new) - 'etat' - 'revision') <> (to_jsonb(old) - 'etat' - 'revision') then
      raise exception 'an issued facture never changes' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger garder_facture before update or delete on masp.factures for each row execute function masp.garder_facture();

create function masp.garder_lignes() returns trigger language plpgsql as $$
begin
  if exists (select from masp.factures f where f.departement_code = old.departement_code and f.id = old.facture_id and f.etat in ('Emise', 'Creditee')) then
    if tg_op = 'DELETE' or (to_jsonb(new) - 'retenue') <> (to_jsonb(old) - 'retenue') then
      raise exception 'a line of an issued facture never changes' using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return coalesce(new, old);
end $$;
create trigger garder_lignes before update or delete on masp.lignes_facture for each row execute function masp.garder_lignes();
create trigger garder_lignes before update or delete on masp.lignes_detaillees for each row execute function masp.garder_lignes();

-- Total = sum of the lines, seen when the unit of work ends (R43).
create function masp.verifier_total() returns trigger language plpgsql as $$
declare
  ligne jsonb := to_jsonb(coalesce(new, old));
  cle uuid := ligne ->> case when tg_table_name = 'factures' then 'id' else 'facture_id' end;
begin
  if exists (
    select from masp.factures f
    where f.departement_code = ligne ->> 'departement_code' and f.id = cle
      and f.total <> coalesce((select sum(l.montant) from masp.lignes_facture l where l.departement_code = f.departement_code and l.facture_id = f.id), 0))
  then
    raise exception 'the total of facture % is not the sum of its lines', cle using errcode = 'check_violation', constraint = 'ck_facture_total';
  end if;
  return null;
end $$;
create constraint trigger verifier_total after insert or update on masp.factures deferrable initially deferred
  for each row execute function masp.verifier_total();
create constraint trigger verifier_total after insert or update or delete on masp.lignes_facture deferrable initially deferred
  for each row execute function masp.verifier_total();
