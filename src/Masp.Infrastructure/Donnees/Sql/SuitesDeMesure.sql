-- What is written in the life of a Mesure: projets, bilans, avenants, ends (R17 to R23). Each row is seen with its Mesure, and after a
-- hand-over nothing of a later day is (R24). What was sent, said or decided stays as it was.

alter table masp.bilans
  add constraint ck_bilan_nature check ((nature = 'Etape') = (mois is not null) and (nature = 'Final') = (suite_demandee is not null) and (nature = 'Etape') = (etat = 'Transmis')),
  add constraint ck_bilan_articulation check (articulation ~ '\S'),
  add constraint ck_bilan_dates check (etabli_le <= transmis_le and decision_date >= avis_du_referent_date),
  add constraint ck_bilan_decision check ((etat = 'Decide') = (decision_suite is not null)
    and (decision_suite is distinct from 'Renouvellement' or (decision_duree_mois is not null and decision_avec_gestion is not null))
    and (decision_suite is distinct from 'Fin' or decision_motif_fin is not null)),
  add foreign key (departement_code, mesure_id) references masp.mesures;
alter table masp.avenants
  add constraint ck_avenant_dates check (accord_le <= propose_le and prepare_le >= propose_le and signe_le >= prepare_le),
  add constraint ck_avenant_etat check ((etat = 'Signe') = (signe_le is not null) and (etat = 'Refuse') = (refuse_le is not null)),
  add foreign key (departement_code, mesure_id) references masp.mesures;
alter table masp.demandes_de_fin
  add constraint ck_fin_decision check ((etat in ('Accordee', 'Refusee')) = (decidee_le is not null) and (etat = 'Accordee') = (dernier_jour is not null)),
  add constraint ck_fin_avis check (etat <> 'NonFondee' or fondee is false),
  add foreign key (departement_code, mesure_id) references masp.mesures;
alter table masp.projets_intervention add foreign key (departement_code, mesure_id) references masp.mesures;
alter table masp.versions_de_projet add constraint ck_projet_dates check (envoye_le >= etabli_le), add constraint ck_projet_reste check (reste_a_vivre >= 0);
alter table masp.points_de_bilan
  add constraint ux_point_bilan unique (departement_code, commission_id, bilan_id),
  add foreign key (departement_code, bilan_id) references masp.bilans;

-- A row is put down once; what comes after fills what was empty, and never writes over it.
create function masp.garder_ecrit() returns trigger language plpgsql as $$
declare c record;
begin
  for c in select o.key, o.value as avant, n.value as apres from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
    where o.value is distinct from n.value and o.value <> 'null' and not (o.key = any (tg_argv)) loop
    raise exception 'masp.% keeps % as it was written', tg_table_name, c.key using errcode = 'integrity_constraint_violation';
  end loop;
  return new;
end $$;
create trigger garder_ecrit before update on masp.bilans for each row execute function masp.garder_ecrit('etat', 'avis', 'notifications', 'revision');
create trigger garder_ecrit before update on masp.avenants for each row execute function masp.garder_ecrit('etat', 'revision');
create trigger garder_ecrit before update on masp.demandes_de_fin for each row execute function masp.garder_ecrit('etat', 'revision');

create function masp.garder_version() returns trigger language plpgsql as $$
begin
  if old.envoye_le is not null then
    raise exception 'a projet that was sent never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger garder_version before update on masp.versions_de_projet for each row execute function masp.garder_version();

do $$
declare ecrit record;
begin
  for ecrit in select * from (values
    ('projets_intervention', 'masp.mesure_vue(mesure_id)'), ('versions_de_projet', 'masp.ligne_vue(mesure_id, etabli_le)'), ('bilans', 'masp.ligne_vue(mesure_id, transmis_le)'),
    ('avenants', 'masp.ligne_vue(mesure_id, propose_le)'), ('demandes_de_fin', 'masp.ligne_vue(mesure_id, proposee_le)'), ('points_de_bilan', 'false')) as liens(nom, vue) loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', ecrit.nom);
    execute format('alter table masp.%I enable row level security', ecrit.nom);
    execute format('create policy lecture on masp.%I for select using (departement_code = masp.departement() and (masp.voit_tout() or %s))', ecrit.nom, ecrit.vue);
    execute format('create policy ecriture on masp.%I for all using (departement_code = masp.departement() and (masp.est_safpm()%s))', ecrit.nom,
      case ecrit.nom when 'points_de_bilan' then '' else ' or masp.mesure_gardee(mesure_id)' end);
    execute format('grant select, insert, update on masp.%I to masp_app', ecrit.nom);
  end loop;
end $$;

call journal.suivre_tout();
