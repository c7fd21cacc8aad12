-- Search by name, without accents. The trigram operator is not leakproof, so policies keep it off the index: ids are found by
-- a function of the owner, inside the caller's Departement, and are worth nothing without the policies of the tables they lead to.

create function masp.sans_accent(texte text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, texte)) $$;

alter table masp.beneficiaires add column recherche text generated always as (masp.sans_accent(nom || ' ' || prenom)) stored;
alter table masp.communes add column recherche text generated always as (masp.sans_accent(nom)) stored;
create index ix_beneficiaire_recherche on masp.beneficiaires using gin (recherche gin_trgm_ops);

create function masp.beneficiaires_trouves(texte text, au_plus int) returns setof uuid
  language sql stable security definer set search_path = masp, public
  as $$
    select b.id from masp.beneficiaires b
    where b.departement_code = masp.departement() and masp.departement() <> ''
      and b.recherche like '%' || replace(replace(replace(masp.sans_accent(texte), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    limit au_plus
  $$;
revoke all on function masp.beneficiaires_trouves(text, int) from public;
grant execute on function masp.beneficiaires_trouves(text, int) to masp_app;

-- One index a sort that the list of Mesures offers; filters are read along them.
create index ix_mesure_liste_numero on masp.mesures (departement_code, etat, numero);
create index ix_mesure_liste_debut on masp.mesures (departement_code, etat, debut, id);
create index ix_mesure_liste_fin on masp.mesures (departement_code, etat, fin_prevue, id);
create index ix_mesure_titulaire on masp.mesures (departement_code, titulaire_id, etat, debut, id);
create index ix_mesure_lot on masp.mesures (departement_code, lot_code, etat, debut, id);
create index ix_mesure_commune on masp.mesures (departement_code, commune_insee, etat, debut, id);
create index ix_mesure_service on masp.mesures (departement_code, service_referent_id, etat, debut, id);
create index ix_mesure_debut on masp.mesures (departement_code, debut, id);
create index ix_mesure_fin on masp.mesures (departement_code, fin_prevue, id);
