-- What leads from an order to its signed Contrat (R13 to R15): seen and written with the order.

alter table masp.preparations_de_contrat add foreign key (departement_code, bon_de_commande_id) references masp.bons_de_commande;
alter table masp.rendez_vous
  add constraint ck_rendez_vous_cause check ((etat = 'Manque') = (cause is not null) and (cause is null or coalesce(commentaire, '') <> '')),
  add constraint ck_rendez_vous_date check (date >= pris_le);
create unique index ux_rendez_vous_pris on masp.rendez_vous (departement_code, bon_de_commande_id) where etat = 'Pris';

do $$
declare
  t text;
  commande text;
begin
  foreach t in array array['preparations_de_contrat', 'rendez_vous', 'autorisations_de_gestion', 'copies_de_contrat'] loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
    execute format('alter table masp.%I enable row level security', t);
    execute format('create policy lecture on masp.%I for select using (departement_code = masp.departement() and (masp.voit_tout() or masp.bon_vu(bon_de_commande_id)))', t);
    execute format('create policy ajout on masp.%I for insert with check (departement_code = masp.departement() and (masp.est_safpm() or masp.bon_vu(bon_de_commande_id)))', t);
    foreach commande in array array['update', 'delete'] loop
      execute format('create policy %s on masp.%I for %s using (departement_code = masp.departement() and (masp.est_safpm() or masp.bon_vu(bon_de_commande_id)))',
        case commande when 'update' then 'changement' else 'retrait' end, t, commande);
    end loop;
  end loop;
end $$;

-- Once pre-signed, the Contrat changes by avenant only; a copy that was sent was sent.
create function masp.garder_presignature() returns trigger language plpgsql as $$
begin
  if old.pre_signe_le is not null and (new.pre_signe_le, new.contenu) is distinct from (old.pre_signe_le, old.contenu) then
    raise exception 'a pre-signed contract never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_presignature before update on masp.preparations_de_contrat for each row execute function masp.garder_presignature();
create trigger jamais_change before update or delete on masp.copies_de_contrat for each row execute function masp.refuser_changement();

grant select, insert, update on masp.preparations_de_contrat, masp.rendez_vous to masp_app;
grant select, insert on masp.copies_de_contrat to masp_app;
grant select, insert, update, delete on masp.autorisations_de_gestion to masp_app;

call journal.suivre_tout();
