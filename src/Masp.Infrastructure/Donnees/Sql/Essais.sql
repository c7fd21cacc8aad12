-- Sign-ins that are tried, by account, by address and by program: counted before anybody is known, whether the account exists or not. Hashes only.

create table acces.essais (
  genre text not null check (genre in ('compte', 'adresse', 'programme')),
  empreinte bytea not null,
  nombre int not null,
  depuis timestamptz not null,
  ferme_jusqua timestamptz,
  primary key (genre, empreinte)
);
create index ix_essais_depuis on acces.essais (depuis);

-- Counts one try before it is made, so that a hundred made at once are a hundred; the last one that is let through closes the door behind it.
-- Returns null when one may try, else until when the door is closed. p_nom: of the account, when there may be one: its Administrateur is told that
-- somebody met the door closed.
create function acces.tenter(
  p_genre text, p_empreinte bytea, p_max int, p_fenetre interval, p_fermeture interval, p_maintenant timestamptz, p_nom text, p_alerte uuid) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v acces.essais;
  v_compte record;
begin
  insert into acces.essais as e (genre, empreinte, nombre, depuis) values (p_genre, p_empreinte, 1, p_maintenant)
  on conflict (genre, empreinte) do update set
    nombre = case when e.ferme_jusqua > p_maintenant then e.nombre when e.ferme_jusqua is not null or e.depuis <= p_maintenant - p_fenetre then 1 else e.nombre + 1 end,
    depuis = case when e.ferme_jusqua > p_maintenant then e.depuis when e.ferme_jusqua is not null or e.depuis <= p_maintenant - p_fenetre then p_maintenant else e.depuis end,
    ferme_jusqua = case when e.ferme_jusqua > p_maintenant then e.ferme_jusqua end
  returning e.* into v;
  if v.ferme_jusqua is not null then
    select u.id, u.departement_code, u.nom, u.beneficiaire_id, u.role into v_compte from acces.utilisateurs u where u.normalized_user_name = p_nom;
    if found then
      perform set_config('masp.departement', v_compte.departement_code, true), set_config('masp.utilisateur', v_compte.id::text, true),
        set_config('masp.role', v_compte.role, true), set_config('masp.acte', 'ouvrirSession', true), set_config('masp.instant', p_maintenant::text, true);
      insert into masp.alertes (departement_code, id, instant, nature, utilisateur_id, nom, beneficiaire_id, role, heure, limite)
      values (v_compte.departement_code, p_alerte, p_maintenant, 'connexions', v_compte.id, v_compte.nom, v_compte.beneficiaire_id, v_compte.role, date_trunc('hour', p_maintenant, 'UTC'), p_max)
      on conflict (departement_code, utilisateur_id, nature, heure) do nothing;
    end if;
    return v.ferme_jusqua;
  end if;
  if v.nombre = 1 then delete from acces.essais e where e.depuis < p_maintenant - interval '30 days'; end if;
  if v.nombre >= p_max then
    update acces.essais e set ferme_jusqua = p_maintenant + p_fermeture where e.genre = p_genre and e.empreinte = p_empreinte;
  end if;
  return null;
end $$;

-- The try succeeded: an account begins again from nothing, an address only takes back that one.
create function acces.reussir(p_genre text, p_empreinte bytea, p_max int) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update acces.essais e set
    nombre = case when p_genre = 'adresse' then greatest(e.nombre - 1, 0) else 0 end,
    ferme_jusqua = case when p_genre = 'adresse' and e.nombre > p_max then e.ferme_jusqua end
  where e.genre = p_genre and e.empreinte = p_empreinte $$;
