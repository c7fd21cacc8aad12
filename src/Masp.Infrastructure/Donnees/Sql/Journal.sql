-- Two journals in a schema of their own: who did what (actes) and who looked at what (acces). Rows are only ever added, by the functions
-- of the owner; whoever runs the application reads them under policy and writes none by hand.

create schema journal;

create table journal.actes (
  departement_code varchar(3) not null,
  id bigint generated always as identity,
  instant timestamptz not null,
  utilisateur_id uuid not null,
  role text not null,
  titulaire_id uuid,
  service_referent_id uuid,
  acte text not null,
  requete_id uuid,
  nature text not null check (nature in ('ajout', 'modification', 'suppression')),
  objet text not null,
  cle text not null,
  beneficiaire_id uuid,
  mesure_id uuid,
  empreinte_valeurs bytea not null,
  primary key (departement_code, id)
);
create unique index ux_acte_id on journal.actes (id);
create index ix_acte_beneficiaire on journal.actes (departement_code, beneficiaire_id, id) where beneficiaire_id is not null;
create index ix_acte_utilisateur on journal.actes (departement_code, utilisateur_id, id);
create index ix_acte_effacement on journal.actes (id) where objet = 'effacements';

-- Before and after are personal data, and an erasure must really remove them (R63): they are kept apart, and the sealed row keeps
-- their salted hash. Without the salt a short value could be guessed from its hash after it was erased.
create table journal.valeurs (
  departement_code varchar(3) not null,
  acte_id bigint not null,
  sel bytea not null,
  avant jsonb,
  apres jsonb,
  primary key (departement_code, acte_id)
);

create table journal.acces (
  departement_code varchar(3) not null,
  id bigint generated always as identity,
  instant timestamptz not null,
  utilisateur_id uuid not null,
  role text not null,
  titulaire_id uuid,
  service_referent_id uuid,
  operation text not null,
  requete_id uuid,
  nature text not null check (nature in ('dossier', 'liste', 'document', 'export', 'refus')),
  objet text not null,
  objet_id uuid,
  beneficiaire_id uuid,
  mesure_id uuid,
  filtres text[],
  nombre int,
  primary key (departement_code, id)
);
create unique index ux_acces_id on journal.acces (id);
create index ix_acces_beneficiaire on journal.acces (departement_code, beneficiaire_id, id) where beneficiaire_id is not null;
create index ix_acces_utilisateur on journal.acces (departement_code, utilisateur_id, instant);

create function journal.refuser_changement() returns trigger language plpgsql as $$
begin
  raise exception 'journal.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create function journal.lit_tout() returns boolean language sql stable as $$
  select current_setting('masp.role', true) = any ('{Agent,Decideur,Comptable,Integrateur,Auditeur}') $$;

do $$
declare t text;
begin
  foreach t in array array['actes', 'valeurs', 'acces'] loop
    execute format('create trigger jamais_change before update or delete on journal.%I for each row execute function journal.refuser_changement()', t);
    execute format('create trigger jamais_vide before truncate on journal.%I for each statement execute function journal.refuser_changement()', t);
    execute format('alter table journal.%I enable row level security', t);
    execute format('create policy lecture on journal.%I for select using (departement_code = (select masp.departement()) and (select journal.lit_tout()))', t);
  end loop;
end $$;

-- The person reads who read their own file: the one that the policies of the trade show them.
create policy personne on journal.acces for select using (departement_code = (select masp.departement())
  and (select current_setting('masp.role', true)) = 'Beneficiaire'
  and beneficiaire_id in (select b.id from masp.beneficiaires b where b.departement_code = (select masp.departement())));

grant usage on schema journal to masp_app;
grant select on journal.actes, journal.valeurs, journal.acces to masp_app;
