-- The signed Contrat as it was scanned (R14): read and written with its order.

comment on table masp.scans_de_contrat is 'Hors journal : le fichier même ; la préparation du contrat dit qui l''a joint, quand, et son empreinte.';
alter table masp.scans_de_contrat
  add constraint ck_scan_taille check (octet_length(contenu) between 1 and 10485760),
  add foreign key (departement_code, bon_de_commande_id) references masp.bons_de_commande;

create trigger exiger_acteur before insert or update or delete on masp.scans_de_contrat for each statement execute function masp.exiger_acteur();
alter table masp.scans_de_contrat enable row level security;
create policy lecture on masp.scans_de_contrat for select using (departement_code = masp.departement() and (masp.voit_tout() or masp.bon_vu(bon_de_commande_id)));
create policy ajout on masp.scans_de_contrat for insert with check (departement_code = masp.departement() and (masp.est_safpm() or masp.bon_vu(bon_de_commande_id)));
create policy changement on masp.scans_de_contrat for update using (departement_code = masp.departement() and (masp.est_safpm() or masp.bon_vu(bon_de_commande_id)));
grant select, insert, update on masp.scans_de_contrat to masp_app;
