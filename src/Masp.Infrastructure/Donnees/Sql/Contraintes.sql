-- What must hold, the database holds. Names are those that Masp.Application/Commun/Contraintes.cs translates.

create table masp.series (
  departement_code varchar(3) not null,
  code text not null,
  dernier int not null check (dernier > 0),
  primary key (departement_code, code)
);

create table masp.cles_de_rejeu (
  departement_code varchar(3) not null,
  utilisateur_id uuid not null,
  cle text not null check (length(cle) between 1 and 200),
  empreinte text not null,
  reponse jsonb,
  le timestamptz not null,
  primary key (departement_code, utilisateur_id, cle)
);

alter table masp.conventions
  add constraint ck_convention_dates check (fin is null or fin >= debut),
  add constraint ck_convention_rang check (rang > 0),
  add constraint ex_convention_chevauchement exclude using gist
    (departement_code with =, titulaire_id with =, lot_code with =, daterange(debut, fin, '[]') with &&),
  add constraint ex_convention_rang exclude using gist
    (departement_code with =, lot_code with =, rang with =, daterange(debut, fin, '[]') with &&);

alter table masp.habilitations
  add constraint ck_habilitation_dates check (fin is null or fin >= debut),
  add constraint ex_habilitation_chevauchement exclude using gist
    (departement_code with =, service_referent_id with =, daterange(debut, fin, '[]') with &&);

alter table masp.contrats
  add constraint ck_contrat_dates check (fin_prevue > debut and (fin_reelle is null or fin_reelle between debut and fin_prevue)),
  add constraint ck_contrat_duree check (duree_mois > 0),
  add constraint ux_contrat_rang unique (departement_code, mesure_id, rang),
  add constraint ux_contrat_id unique (departement_code, id),
  add constraint ex_contrat_chevauchement exclude using gist
    (departement_code with =, mesure_id with =, daterange(debut, coalesce(fin_reelle, fin_prevue), '[]') with &&);

alter table masp.suspensions
  add constraint ck_suspension_dates check (fin >= debut),
  add constraint ex_suspension_chevauchement exclude using gist
    (departement_code with =, mesure_id with =, daterange(debut, fin, '[]') with &&);

alter table masp.mesures
  add constraint ck_mesure_fin check ((etat = 'Terminee') = (fin_reelle is not null) and (etat = 'Terminee') = (motif_fin is not null));

alter table masp.demandes
  add constraint ck_demande_accord check (accord_le <= deposee_le),
  add constraint ck_demande_decision check (decision_sens is distinct from 'Favorable'
    or (decision_avec_gestion is not null and decision_duree_mois is not null and decision_lot_code is not null));

alter table masp.bons_de_commande
  add constraint ck_bon_signe check ((etat = 'Signe') = (signe_le is not null)),
  add constraint ck_bon_clos check ((etat in ('Abandonne', 'Annule')) = (clos_le is not null)),
  add constraint ck_bon_dates check (recu_le >= emis_le and signe_le >= premiere_rencontre_le);

alter table masp.baremes
  add constraint ck_bareme_prix check (least(sgu, agu, sgr, agr, forfait) > 0);

alter table masp.factures
  add constraint ck_facture_numero check ((etat in ('Emise', 'Creditee')) = (numero is not null)),
  add constraint ck_facture_avoir check ((nature = 'Avoir') = (avoir_de is not null));

alter table masp.lignes_detaillees
  add constraint ck_detail_montant check (quantite in (-1, 0, 1) and (quantite <> 0 or montant = 0)),
  add constraint ck_detail_retenue check (not retenue or quantite = 1),
  add constraint ck_detail_objet check ((contrat_id is null) <> (bon_de_commande_id is null));

alter table masp.inscriptions
  add constraint ck_inscription_numero check ((nature in ('Automatique', 'Manuelle')) = (numero is not null));

alter table masp.affectations
  add foreign key (departement_code, lot_code) references masp.lots;
alter table masp.conventions
  add foreign key (departement_code, lot_code) references masp.lots;
alter table masp.demandes
  add foreign key (departement_code, beneficiaire_id) references masp.beneficiaires,
  add foreign key (departement_code, service_referent_id) references masp.services_referents,
  add foreign key (departement_code, commune_insee) references masp.communes;
alter table masp.avis
  add foreign key (departement_code, commission_id) references masp.commissions;
alter table masp.points_ordre_du_jour
  add foreign key (departement_code, demande_id) references masp.demandes,
  add constraint ux_point_demande unique (departement_code, commission_id, demande_id);
alter table masp.bons_de_commande
  add foreign key (departement_code, demande_id) references masp.demandes,
  add foreign key (departement_code, titulaire_id) references masp.titulaires,
  add foreign key (departement_code, lot_code) references masp.lots;
alter table masp.mesures
  add foreign key (departement_code, bon_de_commande_id) references masp.bons_de_commande,
  add foreign key (departement_code, beneficiaire_id) references masp.beneficiaires,
  add foreign key (departement_code, titulaire_id) references masp.titulaires;
alter table masp.factures
  add foreign key (departement_code, titulaire_id) references masp.titulaires,
  add foreign key (departement_code, lot_code) references masp.lots;
