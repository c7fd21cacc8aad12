-- A list of Mesures is filtered by what is the Mesure's and sorted by the person's name: with the name elsewhere, the page is found by
-- walking every name of the Departement. So the name is beside them too, and PostgreSQL keeps it true: filled here, then held and followed
-- by the foreign key, whoever renames.

alter table masp.beneficiaires add constraint ux_beneficiaire_nom unique (departement_code, id, nom);

alter table masp.mesures disable trigger user;
alter table masp.mesures add column beneficiaire_nom text;
update masp.mesures m set beneficiaire_nom = b.nom from masp.beneficiaires b where b.departement_code = m.departement_code and b.id = m.beneficiaire_id;
alter table masp.mesures enable trigger user;

create function masp.nommer_mesure() returns trigger language plpgsql as $$
begin
  select b.nom into new.beneficiaire_nom from masp.beneficiaires b where b.departement_code = new.departement_code and b.id = new.beneficiaire_id;
  return new;
end $$;
create trigger nommer_mesure before insert or update of beneficiaire_id on masp.mesures for each row execute function masp.nommer_mesure();

alter table masp.mesures
  alter column beneficiaire_nom set not null,
  drop constraint mesures_departement_code_beneficiaire_id_fkey,
  add constraint fk_mesure_beneficiaire foreign key (departement_code, beneficiaire_id, beneficiaire_nom)
    references masp.beneficiaires (departement_code, id, nom) on update cascade;

create index ix_mesure_beneficiaire on masp.mesures (departement_code, beneficiaire_id);
create index ix_mesure_liste_nom on masp.mesures (departement_code, etat, beneficiaire_nom, id);
create index ix_mesure_nom on masp.mesures (departement_code, beneficiaire_nom, id);
