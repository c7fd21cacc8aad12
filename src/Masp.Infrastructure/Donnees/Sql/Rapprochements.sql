-- The same person under one file, so that the months of all contracts count together (R1, R3).

create function masp.normaliser(texte text) returns text language sql immutable strict parallel safe
  as $$ select btrim(regexp_replace(masp.sans_accent(texte), '[^[:alnum:]]+', ' ', 'g')) $$;

alter table masp.beneficiaires add column identite text generated always as (masp.normaliser(nom || ' ' || prenom)) stored;
create index ix_beneficiaire_identite on masp.beneficiaires (departement_code, identite, date_naissance);
create index ix_beneficiaire_identite_mots on masp.beneficiaires using gin (identite gin_trgm_ops);

-- True homonyms exist, so no key can say that a person is there once: whoever files or settles an identity waits for the one before. The second
-- statement has a snapshot of its own and sees what the first one waited for. Read by the owner: whoever files may not see whom it finds.
create function masp.homonymes(nom text, prenom text, naissance date) returns setof uuid
  language plpgsql volatile security definer set search_path = masp, public
  as $$
declare
  cle text := masp.normaliser(nom || ' ' || prenom);
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('|', 'identite', masp.departement(), cle, naissance), 0));
  return query select b.id from masp.beneficiaires b
    where b.departement_code = masp.departement() and b.identite = cle and b.date_naissance = naissance;
end $$;

-- Every word of the text, in any order. Found by the owner for the reason told with masp.beneficiaires_trouves.
create function masp.personnes_trouvees(texte text, au_plus int) returns setof uuid
  language sql stable security definer set search_path = masp, public
  as $$
    select b.id from masp.beneficiaires b
    where b.departement_code = masp.departement() and masp.departement() <> ''
      and b.identite like all (select '%' || mot || '%' from regexp_split_to_table(masp.normaliser(texte), ' ') mot)
    limit au_plus
  $$;
revoke all on function masp.homonymes(text, text, date), masp.personnes_trouvees(text, int) from public;
grant execute on function masp.homonymes(text, text, date), masp.personnes_trouvees(text, int) to masp_app;

-- The file made for somebody who was known already goes once nothing refers to it; nobody but the SAFPM does that.
create policy rapprochement on masp.beneficiaires for delete using (departement_code = (select masp.departement()) and (select masp.est_safpm()));
grant delete on masp.beneficiaires to masp_app;

create index ix_demande_a_rapprocher on masp.demandes (departement_code, deposee_le, numero) where rapprochement = 'ATrancher';

-- Whoever files for somebody new reads back the row just written, before any Demande makes it theirs to see.
alter table masp.beneficiaires add column service_deposant uuid default masp.service();
create policy deposant on masp.beneficiaires for select using (departement_code = (select masp.departement()) and service_deposant = (select masp.service()));
