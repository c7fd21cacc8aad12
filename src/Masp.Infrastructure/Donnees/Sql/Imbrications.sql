-- A policy that looks into a table with policies of its own was unfolded in every statement: 294 subplans to read one Mesure, each started at
-- each execution, for roles that need none. A function that is not unfolded is planned once a session and starts nothing until it is asked.
-- It asks as the caller, so what is seen is decided by the same policies (R61).

-- Whole sets, hashed once a statement and only when they are asked for: a list would ask a function about each of its rows.
create function masp.bons_des_mesures_vues() returns setof uuid language plpgsql stable
  as $$ begin return query select m.bon_de_commande_id from masp.mesures m where m.departement_code = masp.departement(); end $$;
create function masp.demandes_des_bons_vus() returns setof uuid language plpgsql stable
  as $$ begin return query select b.demande_id from masp.bons_de_commande b where b.departement_code = masp.departement() and b.demande_id is not null; end $$;
create function masp.personnes_des_bons_vus() returns setof uuid language plpgsql stable
  as $$ begin return query select b.beneficiaire_id from masp.bons_de_commande b where b.departement_code = masp.departement(); end $$;
create function masp.personnes_des_demandes_vues() returns setof uuid language plpgsql stable
  as $$ begin return query select d.beneficiaire_id from masp.demandes d where d.departement_code = masp.departement()
    and d.service_referent_id = masp.service(); end $$;

alter policy signes on masp.bons_de_commande using (departement_code = (select masp.departement()) and (select masp.titulaire()) is not null
  and id in (select masp.bons_des_mesures_vues()));
alter policy demande on masp.demandes using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or service_referent_id = (select masp.service())
    or ((select masp.titulaire()) is not null and id in (select masp.demandes_des_bons_vus()))));
alter policy beneficiaire on masp.beneficiaires using (departement_code = (select masp.departement())
  and ((select masp.est_safpm()) or id in (select masp.personnes_des_bons_vus())
    or ((select masp.service()) is not null and id in (select masp.personnes_des_demandes_vues()))));
-- Asked after the columns of the order itself, which nearly always answer: policies are asked from the last name to the first.
alter policy signes on masp.bons_de_commande rename to bons_signes;
