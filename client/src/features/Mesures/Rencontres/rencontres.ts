import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Rencontre = Schemas['Rencontre'];
export type Fenetre = Schemas['Fenetre'];
export type CompteDeMesure = Schemas['CompteDeMesure'];
export type FaitsSaisis = Schemas['FaitsSaisis'];

export const etatsRencontre: Record<Rencontre['etat'], string> = {
  prevue: 'prévue',
  tenue: 'tenue',
  manquee: 'manquée',
  annulee: 'annulée',
};

export const lieux: Record<Rencontre['lieu'], string> = {
  domicile: 'domicile',
  locaux: 'locaux',
  demarche: 'démarche',
  autre: 'autre lieu',
  telephone: 'téléphone',
};

export const causes: Record<Schemas['CauseRencontreManquee'], string> = {
  personneAbsente: 'personne absente',
  personneDesistee: 'personne désistée',
  personneHospitalisee: 'personne hospitalisée',
  intervenantEmpeche: 'intervenant empêché',
  autre: 'autre cause, dite dans la note',
};

/** What a Rencontre changes: its lists, its counts, the life of its measure. */
export const rencontreKeys = [['rencontres'], ['mesures', 'une']] as const;

/** « 6 sur 8 »: what was held of what is asked for; only what was held when nothing is. */
export const countOf = ({ faites, minimum }: Fenetre) =>
  minimum === 0 ? String(faites) : `${faites} sur ${minimum}`;

export function useRencontresDeMesure(id: string) {
  return useList(['rencontres', 'mesure', id], (apres) =>
    read(api.GET('/api/v1/mesures/{id}/rencontres', { params: { path: { id }, query: { apres } } })),
  );
}

export function useCompte(id: string) {
  return useQuery({
    queryKey: ['rencontres', 'compte', id],
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/rencontres/compte', { params: { path: { id } } })),
  });
}

/** Between two days, both included. */
export function useRencontres(du: string, au: string, intervenantId?: string) {
  return useList(['rencontres', du, au, intervenantId], (apres) =>
    read(api.GET('/api/v1/rencontres', { params: { query: { du, au, intervenantId, taille: 200, apres } } })),
  );
}

export function useComptes() {
  return useList(['rencontres', 'comptes'], (apres) =>
    read(api.GET('/api/v1/rencontres/comptes', { params: { query: { taille: 200, apres } } })),
  );
}
