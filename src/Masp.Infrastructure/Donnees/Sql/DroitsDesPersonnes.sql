-- Rights of the person (R63): what is recorded of a rectification, of an archiving, of a visa of the archives and of an erasure.

alter table masp.beneficiaires
  add constraint ck_beneficiaire_efface check (efface_le is null or archive_le is not null),
  add constraint ck_beneficiaire_civilite check (civilite in ('Madame', 'Monsieur'));

create table masp.rectifications (
  departement_code varchar(3) not null,
  id uuid not null,
  beneficiaire_id uuid not null,
  date date not null,
  utilisateur_id uuid not null,
  avant jsonb not null,
  apres jsonb not null,
  motif text not null check (motif <> ''),
  primary key (departement_code, id),
  foreign key (departement_code, beneficiaire_id) references masp.beneficiaires,
  constraint ck_rectification_change check (avant <> apres)
);
create index ix_rectification_beneficiaire on masp.rectifications (departement_code, beneficiaire_id, date);

create table masp.archivages (
  departement_code varchar(3) not null,
  id uuid not null default gen_random_uuid(),
  beneficiaire_id uuid not null,
  nature text not null check (nature in ('Archivage', 'Reprise')),
  date date not null,
  utilisateur_id uuid not null,
  explication text not null,
  primary key (departement_code, id),
  foreign key (departement_code, beneficiaire_id) references masp.beneficiaires
);
create index ix_archivage_beneficiaire on masp.archivages (departement_code, beneficiaire_id, date);

create table masp.visas_archives (
  departement_code varchar(3) not null,
  id uuid not null,
  beneficiaire_id uuid not null,
  reference text not null check (reference <> ''),
  date date not null,
  service text not null check (service <> ''),
  document text,
  archive_le date not null,
  enregistre_le date not null,
  utilisateur_id uuid not null,
  primary key (departement_code, id),
  foreign key (departement_code, beneficiaire_id) references masp.beneficiaires,
  constraint ux_visa_archivage unique (departement_code, beneficiaire_id, archive_le),
  constraint ck_visa_date check (date <= enregistre_le and archive_le <= enregistre_le)
);

-- What is left of an erased file: a number, who and when, the visa, and how many rows went. No name, and no key that leads to one.
create table masp.certificats_effacement (
  departement_code varchar(3) not null,
  id uuid not null,
  numero text not null,
  date date not null,
  beneficiaire_id uuid not null,
  visa_reference text not null,
  visa_date date not null,
  visa_service text not null,
  visa_utilisateur_id uuid not null,
  utilisateur_id uuid not null,
  lignes jsonb not null,
  primary key (departement_code, id),
  constraint ux_certificat_numero unique (departement_code, numero),
  constraint ux_certificat_beneficiaire unique (departement_code, beneficiaire_id),
  constraint ck_certificat_deux_personnes check (visa_utilisateur_id <> utilisateur_id)
);

-- Beside what lists sort and filter on, as the name of the person is: kept by the functions of the owner alone.
alter table masp.demandes add column archivee boolean not null default false;
alter table masp.bons_de_commande add column archivee boolean not null default false;
alter table masp.mesures add column archivee boolean not null default false;

-- The planner samples no column that names somebody or takes free text: what it keeps of a sample outlives the row, and an ANALYZE of a table
-- that was emptied leaves the old sample as it is. Names are found by trigrams and sorted along indexes, which ask for no sample.
do $$
declare c record;
begin
  for c in select * from (values
    ('masp.beneficiaires', array['nom', 'prenom', 'date_naissance', 'recherche', 'identite']),
    ('masp.rectifications', array['avant', 'apres', 'motif']),
    ('masp.archivages', array['explication']),
    ('masp.visas_archives', array['reference', 'service', 'document']),
    ('masp.demandes', array['adresse', 'motif', 'decision_motif', 'decision_fondement', 'decision_motif_divergence', 'decision_motif_ineligibilite']),
    ('masp.avis', array['motif']),
    ('masp.bons_de_commande', array['motif_cloture']),
    ('masp.inscriptions', array['motif_choix']),
    ('masp.deplacements', array['lieu', 'intervenant']),
    ('masp.mesures', array['beneficiaire_nom']),
    ('masp.preparations_de_contrat', array['contenu', 'scan_nom']),
    ('masp.scans_de_contrat', array['nom', 'contenu']),
    ('masp.autorisations_de_gestion', array['motif']),
    ('masp.rendez_vous', array['lieu', 'commentaire']),
    ('masp.versions_de_projet', array['contenu']),
    ('masp.bilans', array['contenu', 'articulation', 'avis', 'notifications', 'avis_du_referent_motif', 'decision_motif', 'decision_motif_divergence', 'decision_motif_exceptionnel']),
    ('masp.avenants', array['motif', 'motif_refus']),
    ('masp.demandes_de_fin', array['explication', 'motif_avis', 'motif_decision']),
    ('masp.rencontres', array['note']),
    ('masp.corrections_de_rencontre', array['motif', 'avant']),
    ('masp.notes', array['texte']),
    ('masp.echeances', array['commentaire']),
    ('masp.decalages', array['motif']),
    ('masp.informations_de_sante', array['texte']),
    ('masp.alertes', array['nom']),
    ('masp.cles_de_rejeu', array['cle', 'reponse']),
    ('journal.valeurs', array['avant', 'apres'])) as tues(nom_table, colonnes) loop
    execute format('alter table %s %s', c.nom_table,
      (select string_agg(format('alter column %I set statistics 0', colonne), ', ') from unnest(c.colonnes) colonne));
  end loop;
end $$;

-- True only inside the one function of the owner that erases. Whoever runs the application may set the word, and is not the owner.
create function masp.efface_en_ce_moment() returns boolean language sql stable as $$
  select coalesce(current_setting('masp.effacement', true), '') <> '' and current_user = 'masp_proprietaire' $$;

do $$
declare t text;
begin
  foreach t in array array['rectifications', 'archivages', 'visas_archives', 'certificats_effacement'] loop
    execute format('alter table masp.%I enable row level security', t);
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
    execute format(
      'create trigger jamais_change before update or delete on masp.%I for each row when (not masp.efface_en_ce_moment()) execute function masp.refuser_changement()', t);
    execute format('create policy lecture on masp.%I for select using (departement_code = masp.departement() and masp.voit_tout())', t);
    execute format('grant select on masp.%I to masp_app', t);
  end loop;

  -- The other guards let the erasure through, and only it.
  for t in select unnest(array['avis', 'inscriptions', 'notes', 'corrections_de_rencontre', 'decalages', 'copies_de_contrat']) loop
    execute format('drop trigger jamais_change on masp.%I', t);
    execute format(
      'create trigger jamais_change before update or delete on masp.%I for each row when (not masp.efface_en_ce_moment()) execute function masp.refuser_changement()', t);
  end loop;
  drop trigger jamais_supprimee on masp.rencontres;
  create trigger jamais_supprimee before delete on masp.rencontres for each row when (not masp.efface_en_ce_moment()) execute function masp.refuser_changement();
  drop trigger garder_decision on masp.demandes;
  create trigger garder_decision before update on masp.demandes for each row when (not masp.efface_en_ce_moment()) execute function masp.garder_decision();
end $$;

create policy depot on masp.rectifications for insert with check (departement_code = masp.departement() and utilisateur_id = masp.utilisateur()
  and current_setting('masp.role', true) = any ('{Agent,Decideur}'));
create policy depot on masp.visas_archives for insert with check (departement_code = masp.departement() and utilisateur_id = masp.utilisateur()
  and current_setting('masp.role', true) = any ('{Agent,Decideur}'));
grant insert on masp.rectifications, masp.visas_archives to masp_app;

call journal.suivre_tout();
