\set i :i + 1
\set k :debut + :i * 8 + :client_id
begin;
\startpipeline
select set_config('masp.departement', '34', true), set_config('masp.utilisateur', '017c4a1a-2500-7000-8000-000000000099', true), set_config('masp.role', 'Integrateur', true), set_config('masp.titulaire', '', true), set_config('masp.service', '', true);
select 1 from masp.demandes where departement_code = '34' and id = ('00000000-0000-7000-8000-' || lpad(:k::text, 12, '0'))::uuid for update;
select d.*, d.xmin, a.* from masp.demandes d left join masp.avis a on a.departement_code = d.departement_code and a.demande_id = d.id where d.departement_code = '34' and d.id = ('00000000-0000-7000-8000-' || lpad(:k::text, 12, '0'))::uuid;
\endpipeline
select t.*, c.* from masp.titulaires t join masp.conventions c on c.departement_code = t.departement_code and c.titulaire_id = t.id where t.departement_code = '34' and exists (select from masp.conventions x where x.departement_code = t.departement_code and x.titulaire_id = t.id and x.lot_code = '1');
select 1 from masp.tours_de_role where departement_code = '34' and lot_code = '1' for update;
select t.dernier_numero + 1 as numero, t.dernier_ordre + 1 as ordre, p.convention_id, p.titulaire_id, p.compte, t.xmin from masp.tours_de_role t join masp.places p on p.departement_code = t.departement_code and p.lot_code = t.lot_code where t.departement_code = '34' and t.lot_code = '1' and p.assis order by p.compte, p.dernier_servi, p.rang limit 1 \gset
\startpipeline
insert into masp.bons_de_commande (departement_code, id, numero, numero_tour, lot_code, titulaire_id, convention_id, demande_id, beneficiaire_id, service_referent_id, commune_insee, avec_gestion, duree_mois, emis_le, explication, etat, reception_reputee, forfait, revision) select '34', uuidv7(), 'BC-34-1-' || :numero::text, :numero::int, '1', :titulaire_id::uuid, :convention_id::uuid, d.id, d.beneficiaire_id, d.service_referent_id, d.commune_insee, d.decision_avec_gestion, d.decision_duree_mois, date '2026-03-16', 'Compte le plus petit du lot : à son tour.', 'Emis', false, 'NonDu', 0 from masp.demandes d where d.departement_code = '34' and d.id = ('00000000-0000-7000-8000-' || lpad(:k::text, 12, '0'))::uuid;
update masp.demandes set etat = 'Attribuee', revision = revision + 1 where departement_code = '34' and id = ('00000000-0000-7000-8000-' || lpad(:k::text, 12, '0'))::uuid returning xmin;
insert into masp.inscriptions (departement_code, id, lot_code, ordre, numero, nature, convention_id, titulaire_id, compte_avant, compte_apres, comptes, explication, date, utilisateur_id, bon_de_commande_id, revision) select '34', uuidv7(), '1', :ordre::int, :numero::int, 'Automatique', :convention_id::uuid, :titulaire_id::uuid, :compte::int, :compte::int + 1, jsonb_build_array(jsonb_build_object('conventionId', :convention_id::text, 'titulaireId', :titulaire_id::text, 'valeur', :compte::int + 1)), 'Compte le plus petit du lot : à son tour.', date '2026-03-16', '017c4a1a-2500-7000-8000-000000000099', b.id, 0 from masp.bons_de_commande b where b.departement_code = '34' and b.numero = 'BC-34-1-' || :numero::text;
update masp.places set compte = compte + 1, dernier_servi = :numero::int where departement_code = '34' and lot_code = '1' and convention_id = :convention_id::uuid;
update masp.tours_de_role set dernier_numero = :numero::int, dernier_ordre = :ordre::int, revision = revision + 1 where departement_code = '34' and lot_code = '1' returning xmin;
\endpipeline
commit;
