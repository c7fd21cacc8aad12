-- Every table that refers to a person, directly or through a Demande, a BonDeCommande, a Mesure or a Contrat: how its rows are found, whether the
-- person is given them, and what an erasure does with them. One list, walked by the export and by the erasure; a test asks PostgreSQL
-- for the tables that are not in it.
--   lien        condition on a row t, with $1 the person; of the schema acces, whose tables mostly have no Departement, it names the Departement too
--   hors_export why the person is not given it; null when they are
--   sort        'supprimer', 'vider' or 'garder'
--   tenue       with 'vider': the rows that must stay, for what was paid cannot be undone (R41); the others are deleted
--   vide        with 'vider': what is taken out of a row that stays; null when it says nothing of the person by itself
create function masp.parties_du_dossier()
  returns table (ordre int, nom_table text, titre text, lien text, hors_export text, sort text, tenue text, vide text) language sql immutable as $$
  values
    (10, 'masp.beneficiaires', 'Identité', 't.id = $1', null, 'vider',
      'exists (select from masp.tenus($1))',
      'nom = ''Personne effacée'', prenom = '''', date_naissance = ''1900-01-01'', civilite = null, service_deposant = null'),
    (20, 'masp.rectifications', 'Rectifications', 't.beneficiaire_id = $1', null, 'supprimer', null, null),
    (30, 'masp.archivages', 'Archivage', 't.beneficiaire_id = $1', null, 'supprimer', null, null),
    (40, 'masp.visas_archives', 'Visas des archives', 't.beneficiaire_id = $1', null, 'supprimer', null, null),
    (50, 'masp.demandes', 'Demandes', 't.beneficiaire_id = $1', null, 'vider',
      'exists (select from masp.bons_de_commande b where b.departement_code = t.departement_code and b.demande_id = t.id and b.id in (select masp.tenus($1)))',
      'adresse = null, motif = null, prestations = ''{}'', gestion_souhaitee = null, duree_souhaitee = null, decision_motif = null, decision_fondement = null,
       decision_motif_divergence = null, decision_motif_ineligibilite = null, eligibilite_majeur = false, eligibilite_percoit_prestation = false,
       eligibilite_sante_ou_securite_menacee = false, eligibilite_sans_alteration_medicale = false, eligibilite_capable_de_s_engager = false'),
    (60, 'masp.points_ordre_du_jour', 'Séances de la commission', 't.demande_id in (select masp.demandes_de($1))', null, 'supprimer', null, null),
    (70, 'masp.avis', 'Avis de la commission', 't.demande_id in (select masp.demandes_de($1))', null, 'supprimer', null, null),
    (80, 'masp.bons_de_commande', 'Bons de commande', 't.beneficiaire_id = $1', null, 'vider',
      't.id in (select masp.tenus($1))', 'motif_cloture = null, intervenant_id = null'),
    (81, 'masp.preparations_de_contrat', 'Préparation du contrat', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (82, 'masp.scans_de_contrat', 'Contrat signé, numérisé', 't.bon_de_commande_id in (select masp.bons_de($1))',
      'Le fichier est remis à part ; son nom, son jour et son empreinte sont dans la préparation du contrat.', 'supprimer', null, null),
    (83, 'masp.autorisations_de_gestion', 'Prestations gérées', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (84, 'masp.copies_de_contrat', 'Copies du contrat', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (85, 'masp.rendez_vous', 'Rendez-vous', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (90, 'masp.inscriptions', 'Tour de rôle', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'vider', 'true', 'motif_choix = null'),
    (100, 'masp.deplacements', 'Déplacements', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (110, 'masp.mesures', 'Mesures', 't.beneficiaire_id = $1', null, 'vider',
      't.bon_de_commande_id in (select masp.tenus($1))', 'premiere_rencontre_le = debut, intervenant_id = null, intervenant_depuis = null'),
    (120, 'masp.contrats', 'Contrats', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'vider',
      't.mesure_id in (select masp.mesures_de($1, true))', null),
    (130, 'masp.suspensions', 'Suspensions', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'vider',
      't.mesure_id in (select masp.mesures_de($1, true))', null),
    (140, 'masp.changements_de_gestion', 'Changements de gestion', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'vider',
      't.mesure_id in (select masp.mesures_de($1, true))', null),
    (150, 'masp.residences', 'Communes de résidence', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'vider',
      't.mesure_id in (select masp.mesures_de($1, true))', null),
    (151, 'masp.notes', 'Notes partagées', 't.mesure_id in (select masp.mesures_de($1, false)) and t.portee = ''Partagee''', null, 'supprimer', null, null),
    (152, 'masp.notes', 'Notes propres à un organisme', 't.mesure_id in (select masp.mesures_de($1, false)) and t.portee = ''Propre''',
      'La note de travail d''un organisme n''est lue que par lui : elle se demande à cet organisme (R61).', 'supprimer', null, null),
    (155, 'masp.informations_de_sante', 'Information de santé', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (145, 'masp.rencontres', 'Rencontres', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (146, 'masp.corrections_de_rencontre', 'Corrections de rencontres', 't.rencontre_id in (select masp.rencontres_de($1))', null, 'supprimer', null, null),
    (147, 'masp.echeances', 'Échéances', 't.bon_de_commande_id in (select masp.bons_de($1))', null, 'supprimer', null, null),
    (148, 'masp.decalages', 'Déplacements d''échéances', 't.echeance_id in (select masp.echeances_de($1))', null, 'supprimer', null, null),
    (153, 'masp.suivis', 'Intervenants en charge', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (156, 'masp.tenues', 'Titulaires qui exercent', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'vider',
      't.mesure_id in (select masp.mesures_de($1, true))', null),
    (157, 'masp.mesures_relayees', 'Passages de relais', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (158, 'masp.passages_de_relais', 'Passages de relais prévus', 't.id in (select masp.relais_de($1))', null, 'garder', null, null),
    (161, 'masp.projets_intervention', 'Projets d''intervention', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (162, 'masp.versions_de_projet', 'Versions des projets d''intervention', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (163, 'masp.bilans', 'Bilans', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (164, 'masp.points_de_bilan', 'Bilans à l''ordre du jour', 't.bilan_id in (select b.id from masp.bilans b where b.departement_code = t.departement_code and b.mesure_id in (select masp.mesures_de($1, false)))',
      null, 'supprimer', null, null),
    (165, 'masp.avenants', 'Avenants', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (166, 'masp.demandes_de_fin', 'Fins demandées', 't.mesure_id in (select masp.mesures_de($1, false))', null, 'supprimer', null, null),
    (160, 'masp.lignes_detaillees', 'Mois facturés', 't.bon_de_commande_id in (select masp.bons_de($1)) or t.contrat_id in (select masp.contrats_de_la_personne($1))',
      null, 'garder', null, null),
    (170, 'journal.acces', 'Qui a consulté ce dossier', 't.beneficiaire_id = $1', null, 'garder', null, null),
    (180, 'journal.actes', 'Ce qui a été écrit dans ce dossier', 't.beneficiaire_id = $1', null, 'garder', null, null),
    (190, 'journal.valeurs', 'Valeurs écrites, avant et après', 't.acte_id in (select a.id from journal.actes a where a.departement_code = t.departement_code and a.beneficiaire_id = $1 and a.objet <> ''notes'')',
      null, 'garder', null, null),
    (191, 'acces.utilisateurs', 'Compte', 't.departement_code = masp.departement() and t.beneficiaire_id = $1', null, 'supprimer', null, null),
    (198, 'masp.alertes', 'Alertes d''usage du compte', 't.beneficiaire_id = $1', null, 'supprimer', null, null),
    (192, 'acces.sessions', 'Sessions du compte', 't.utilisateur_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)', null, 'supprimer', null, null),
    (193, 'acces.cles_d_acces', 'Clés d''accès du compte', 't.user_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)',
      'Elles sont montrées à la personne dans son compte, où elle les retire.', 'supprimer', null, null),
    (194, 'acces.liens', 'Liens envoyés', 't.utilisateur_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)', 'Un lien ne dit rien de plus que le compte, et vaut un mot de passe.', 'supprimer', null, null),
    (195, 'acces."AspNetUserLogins"', 'Comptes extérieurs rattachés', 't.user_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)', null, 'supprimer', null, null),
    (196, 'acces."AspNetUserClaims"', 'Attributs du compte', 't.user_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)', null, 'supprimer', null, null),
    (197, 'acces."AspNetUserTokens"', 'Jetons du compte', 't.user_id in (select u.id from acces.utilisateurs u where u.departement_code = masp.departement() and u.beneficiaire_id = $1)', 'Un jeton vaut un mot de passe.', 'supprimer', null, null),
    (200, 'journal.effacements', 'Effacements', 't.beneficiaire_id = $1', 'Écrit au moment de l''effacement : il ne reste plus personne à qui le donner.', 'garder', null, null),
    (210, 'masp.certificats_effacement', 'Certificat', 't.beneficiaire_id = $1', 'Écrit au moment de l''effacement : il ne reste plus personne à qui le donner.', 'garder', null, null)
$$;

create function masp.demandes_de(personne uuid) returns setof uuid language sql stable as $$
  select d.id from masp.demandes d where d.departement_code = masp.departement() and d.beneficiaire_id = personne $$;
create function masp.bons_de(personne uuid) returns setof uuid language sql stable as $$
  select b.id from masp.bons_de_commande b where b.departement_code = masp.departement() and b.beneficiaire_id = personne $$;
create function masp.contrats_de_la_personne(personne uuid) returns setof uuid language sql stable as $$
  select k.id from masp.mesures m join masp.contrats k on k.departement_code = m.departement_code and k.mesure_id = m.id
  where m.departement_code = masp.departement() and m.beneficiaire_id = personne $$;

-- The BonsDeCommande of a person of which a line of a Facture speaks: their keys, and nothing of the person, stay.
create function masp.tenus(personne uuid) returns setof uuid language sql stable as $$
  select b.id from masp.bons_de_commande b
  where b.departement_code = masp.departement() and b.beneficiaire_id = personne and exists (
    select from masp.lignes_detaillees l where l.departement_code = b.departement_code and (l.bon_de_commande_id = b.id or l.contrat_id in (
      select k.id from masp.mesures m join masp.contrats k on k.departement_code = m.departement_code and k.mesure_id = m.id
      where m.departement_code = b.departement_code and m.bon_de_commande_id = b.id))) $$;
create function masp.mesures_de(personne uuid, tenues boolean) returns setof uuid language sql stable as $$
  select m.id from masp.mesures m where m.departement_code = masp.departement() and m.beneficiaire_id = personne
    and (not tenues or m.bon_de_commande_id in (select masp.tenus(personne))) $$;

create function masp.rencontres_de(personne uuid) returns setof uuid language sql stable as $$
  select r.id from masp.rencontres r where r.departement_code = masp.departement() and r.mesure_id in (select masp.mesures_de(personne, false)) $$;
create function masp.echeances_de(personne uuid) returns setof uuid language sql stable as $$
  select e.id from masp.echeances e where e.departement_code = masp.departement() and e.bon_de_commande_id in (select masp.bons_de(personne)) $$;
-- The hand-overs that took a Mesure of the person: acts between two Titulaires, of many people at once, whose reason names nobody (R24).
create function masp.relais_de(personne uuid) returns setof uuid language sql stable as $$
  select r.passage_de_relais_id from masp.mesures_relayees r where r.departement_code = masp.departement() and r.mesure_id in (select masp.mesures_de(personne, false)) $$;

create index ix_detail_contrat on masp.lignes_detaillees (departement_code, contrat_id) where contrat_id is not null;
create index ix_detail_bon on masp.lignes_detaillees (departement_code, bon_de_commande_id) where bon_de_commande_id is not null;

-- The rows of one part, as a condition on t.
create function masp.lignes_de(nom_table text, lien text) returns text language sql immutable as $$
  select case when nom_table like 'acces.%' then '' else 't.departement_code = masp.departement() and ' end || '(' || lien || ')' $$;

-- Whole, whatever the caller sees of it by way of duty: the person has a right to all of it. For the SAFPM that answers them, and for them.
create function masp.dossier_de(personne uuid) returns table (titre text, nom_table text, ligne text)
  language plpgsql stable security definer set search_path = masp, public, pg_temp as $$
declare
  partie record;
begin
  if coalesce(current_setting('masp.role', true), '') <> all ('{Agent,Decideur}')
    and (coalesce(current_setting('masp.role', true), '') <> 'Beneficiaire' or coalesce(current_setting('masp.beneficiaire', true), '') <> personne::text) then
    raise exception 'only the SAFPM and the person read the whole file' using errcode = 'insufficient_privilege';
  end if;
  for partie in select p.* from masp.parties_du_dossier() p where p.hors_export is null order by p.ordre loop
    return query execute format(
      $q$select %L::text, %L::text, (jsonb_strip_nulls(to_jsonb(t)) - '{departement_code,revision,recherche,identite,service_deposant,beneficiaire_nom,sel,empreinte_valeurs,password_hash,security_stamp,concurrency_stamp,cle_totp,dernier_pas_totp,codes_de_secours,normalized_email,normalized_user_name,access_failed_count,lockout_enabled,phone_number_confirmed,two_factor_enabled,email_confirmed,sans_second_facteur}'::text[])::text
         from %s t where %s order by to_jsonb(t) ->> 'date', to_jsonb(t) ->> 'id'$q$,
      partie.titre, trim('"' from split_part(partie.nom_table, '.', 2)), partie.nom_table, masp.lignes_de(partie.nom_table, partie.lien)) using personne;
  end loop;
end $$;
revoke all on function masp.dossier_de(uuid) from public;
grant execute on function masp.dossier_de(uuid) to masp_app;
