-- Notes on a Mesure, and health information with a right of its own (R61, R62). Both are seen with their Mesure, and after a hand-over
-- nothing of a later day is.

create function masp.lit_sante() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,Decideur,ChefTitulaire,Intervenant,Beneficiaire}') $$;
create function masp.ecrit_sante() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,ChefTitulaire,Intervenant}') $$;

-- Every Mesure that the caller sees, asked as the caller and hashed once a statement: unfolded, the policies of the Mesures would be in each of those below.
create or replace function masp.mesures_vues() returns setof uuid language plpgsql stable
  as $$ begin return query select m.id from masp.mesures m where m.departement_code = masp.departement(); end $$;
-- Who sees the Mesures of the whole Departement, of which no set need be made.
create function masp.voit_tout() returns boolean language sql stable as $$ select masp.est_safpm() or masp.est_auditeur() $$;

alter table masp.notes
  add constraint ck_note_texte check (texte <> ''),
  add foreign key (departement_code, mesure_id) references masp.mesures;
alter table masp.informations_de_sante add foreign key (departement_code, mesure_id) references masp.mesures;

do $$
declare t text;
begin
  foreach t in array array['notes', 'informations_de_sante'] loop
    execute format('create trigger exiger_acteur before insert or update or delete on masp.%I for each statement execute function masp.exiger_acteur()', t);
    execute format('alter table masp.%I enable row level security', t);
  end loop;
end $$;
create trigger jamais_change before update or delete on masp.notes for each row execute function masp.refuser_changement();

create policy lecture on masp.notes for select using (departement_code = (select masp.departement())
  and ((select masp.voit_tout()) or mesure_id in (select masp.mesures_vues()))
  and (portee = 'Partagee' or (not (select masp.lit_seulement())
    and titulaire_id is not distinct from (select masp.titulaire()) and service_referent_id is not distinct from (select masp.service())))
  and (mesure_id not in (select c.mesure_id from masp.mesures_cedees() c)
    or le <= (select c.jusqua from masp.mesures_cedees() c where c.mesure_id = notes.mesure_id)));
create policy ecriture on masp.notes for insert with check (departement_code = (select masp.departement())
  and utilisateur_id = (select masp.utilisateur())
  and titulaire_id is not distinct from (select masp.titulaire()) and service_referent_id is not distinct from (select masp.service())
  and ((select masp.voit_tout()) or mesure_id in (select masp.mesures_vues()))
  and mesure_id not in (select c.mesure_id from masp.mesures_cedees() c));

create policy lecture on masp.informations_de_sante for select using (departement_code = (select masp.departement()) and (select masp.lit_sante())
  and ((select masp.voit_tout()) or mesure_id in (select masp.mesures_vues()))
  and mesure_id not in (select c.mesure_id from masp.mesures_cedees() c));
create policy ecriture on masp.informations_de_sante for all using (departement_code = (select masp.departement()) and (select masp.ecrit_sante())
  and ((select masp.voit_tout()) or mesure_id in (select masp.mesures_vues()))
  and mesure_id not in (select c.mesure_id from masp.mesures_cedees() c));

grant select, insert on masp.notes to masp_app;
grant select, insert, update on masp.informations_de_sante to masp_app;

call journal.suivre_tout();

-- The journal says who wrote a note or a health information and when; what it says is read where its readers are decided, and not there.
create policy sans_texte on journal.valeurs as restrictive for select using (not exists (
  select from journal.actes a where a.departement_code = valeurs.departement_code and a.id = valeurs.acte_id and a.objet in ('notes', 'informations_de_sante')));
