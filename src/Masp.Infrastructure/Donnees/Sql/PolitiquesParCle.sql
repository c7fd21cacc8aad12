-- The policies of the trade once more, table by table: who reads, and who writes. What is seen is what it was; what it costs is not. Three things make it cheap:
-- the settings are compared as they are, so that a statement which names its Departement is checked once and not row by row; the role is asked first; and
-- what writes is not asked when one reads.

do $$
declare
  t record;
  p name;
  commande text;
  referentiel constant text := 'masp.tient_referentiel()';
begin
  for t in select * from (values
    ('departements', 'true', referentiel), ('reglements', 'true', referentiel), ('lots', 'true', referentiel), ('communes', 'true', referentiel),
    ('affectations', 'true', referentiel), ('titulaires', 'true', referentiel), ('conventions', 'true', referentiel), ('services_referents', 'true', referentiel),
    ('habilitations', 'true', referentiel), ('baremes', 'true', referentiel), ('series', 'true', 'true'),
    ('cles_de_rejeu', 'utilisateur_id = masp.utilisateur()', 'utilisateur_id = masp.utilisateur()'),
    ('commissions', 'masp.voit_tout()', 'masp.est_safpm()'),
    ('points_ordre_du_jour', 'masp.voit_tout()', 'masp.est_safpm()'),
    ('mesures', 'masp.voit_tout() or masp.mesure_est_vue(mesures, masp.tenus())',
      'masp.est_safpm() or service_referent_id = masp.service()
        or (masp.est_chef() and ((titulaire_id = masp.titulaire() and titulaire_depuis <= masp.aujourdhui()) or id in (select masp.mesures_tenues())))
        or (intervenant_id = any (masp.tenus()) and intervenant_depuis <= masp.aujourdhui()) or (masp.est_intervenant() and id in (select masp.mesures_suivies()))'),
    ('bons_de_commande', 'masp.voit_tout() or masp.bon_est_vu(bons_de_commande, masp.tenus())',
      'masp.est_safpm() or service_referent_id = masp.service() or (masp.est_chef() and titulaire_id = masp.titulaire()) or intervenant_id = any (masp.tenus())'),
    ('demandes', 'masp.voit_tout() or service_referent_id = masp.service() or beneficiaire_id = masp.personne() or masp.demande_d_un_bon_vu(id)',
      'masp.est_safpm() or service_referent_id = masp.service() or masp.demande_d_un_bon_vu(id)'),
    ('beneficiaires', 'masp.voit_tout() or id = masp.personne() or service_deposant = masp.service() or masp.personne_vue(id)', null),
    ('factures', 'masp.voit_tout() or (masp.est_chef() and titulaire_id = masp.titulaire())', 'masp.est_safpm() or (masp.est_chef() and titulaire_id = masp.titulaire())'),
    ('lignes_facture', 'masp.voit_tout() or masp.facture_vue(facture_id)', 'masp.est_safpm() or masp.facture_vue(facture_id)'),
    ('lignes_detaillees', 'masp.voit_tout() or masp.facture_vue(facture_id)', 'masp.est_safpm() or masp.facture_vue(facture_id)'),
    ('avis', 'masp.voit_tout() or masp.demande_vue(demande_id)', 'masp.est_safpm() or masp.demande_vue(demande_id)'),
    ('deplacements', 'masp.voit_tout() or masp.bon_vu(bon_de_commande_id)', 'masp.est_safpm() or masp.bon_vu(bon_de_commande_id)'),
    ('contrats', 'masp.voit_tout() or masp.ligne_vue(mesure_id, debut)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('suspensions', 'masp.voit_tout() or masp.ligne_vue(mesure_id, debut)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('changements_de_gestion', 'masp.voit_tout() or masp.ligne_vue(mesure_id, date)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('residences', 'masp.voit_tout() or masp.ligne_vue(mesure_id, debut)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('suivis', 'masp.voit_tout() or masp.ligne_vue(mesure_id, debut)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('tenues', 'masp.voit_tout() or masp.ligne_vue(mesure_id, debut)', 'masp.est_safpm() or masp.mesure_gardee(mesure_id)'),
    ('informations_de_sante', 'masp.lit_sante() and (masp.voit_tout() or masp.mesure_gardee(mesure_id))',
      'masp.ecrit_sante() and (masp.est_safpm() or masp.mesure_gardee(mesure_id))'),
    ('notes', $e$(masp.voit_tout() or masp.ligne_vue(mesure_id, le)) and (portee = 'Partagee' or (not masp.lit_seulement()
        and titulaire_id is not distinct from masp.titulaire() and service_referent_id is not distinct from masp.service()))$e$, null),
    ('tours_de_role', 'masp.voit_tout() or masp.registre_vu(lot_code)', 'masp.est_safpm() or masp.registre_vu(lot_code)'),
    ('places', 'masp.voit_tout() or masp.registre_vu(lot_code)', 'masp.est_safpm() or masp.registre_vu(lot_code)'),
    ('inscriptions', 'masp.voit_tout() or masp.registre_vu(lot_code)', 'masp.est_safpm() or masp.registre_vu(lot_code)'),
    ('intervenants', $e$masp.voit_tout() or titulaire_id = masp.titulaire() or masp.service() is not null or current_setting('masp.role', true) = 'Administrateur'$e$,
      $e$masp.est_safpm() or (masp.est_chef() and titulaire_id = masp.titulaire()) or current_setting('masp.role', true) = 'Administrateur'$e$),
    ('quotites', 'masp.voit_tout() or masp.equipe_vue(intervenant_id)', 'masp.est_safpm() or (masp.est_chef() and masp.equipe_vue(intervenant_id))'),
    ('absences', 'masp.voit_tout() or masp.equipe_vue(intervenant_id)', 'masp.est_safpm() or (masp.est_chef() and masp.equipe_vue(intervenant_id))'),
    ('passages_de_relais', 'masp.voit_tout() or (masp.est_chef() and masp.titulaire() in (cedant_id, repreneur_id))', null),
    ('mesures_relayees', 'masp.voit_tout() or masp.relais_vu(passage_de_relais_id)', null)
  ) as regles(nom, lue, ecrite) loop
    -- Where who writes is not said here, its own policies stay.
    for p in select polname from pg_policy where polrelid = ('masp.' || t.nom)::regclass and (polcmd in ('r', '*') or t.ecrite is not null) loop
      execute format('drop policy %I on masp.%I', p, t.nom);
    end loop;
    execute format('create policy lecture on masp.%I for select using (departement_code = masp.departement() and (%s))', t.nom, t.lue);
    if t.ecrite is not null then
      execute format('create policy ajout on masp.%I for insert with check (departement_code = masp.departement() and (%s))', t.nom, t.ecrite);
      foreach commande in array array['update', 'delete'] loop
        execute format('create policy %s on masp.%I for %s using (departement_code = masp.departement() and (%s))',
          case commande when 'update' then 'changement' else 'retrait' end, t.nom, commande, t.ecrite);
      end loop;
    end if;
  end loop;
end $$;

alter policy ecriture on masp.notes with check (departement_code = masp.departement() and utilisateur_id = masp.utilisateur()
  and titulaire_id is not distinct from masp.titulaire() and service_referent_id is not distinct from masp.service()
  and (masp.est_safpm() or masp.mesure_gardee(mesure_id)));
alter policy rencontres on masp.mesures_relayees using (departement_code = masp.departement() and (masp.est_safpm() or masp.relais_vu(passage_de_relais_id)));

drop function masp.bons_des_mesures_vues(), masp.demandes_des_bons_vus(), masp.personnes_des_bons_vus(), masp.personnes_des_demandes_vues();
