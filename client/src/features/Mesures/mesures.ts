import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';
import type { Address } from '@/lib/address';
import { typesMesure, wordOf } from '@/api/mots';

export type Mesure = components['schemas']['Mesure'];
export type MesureResume = components['schemas']['MesureResume'];
export type Evenement = components['schemas']['Evenement'];

export const etatsMesure: Record<Mesure['etat'], string> = { enCours: 'en cours', terminee: 'terminée' };

/** One page at a time: filters, order and cut are the server's, so that 10,900 rows cost what 50 do. */
export function useMesures(search: Address) {
  const { lot, titulaireId, intervenantId, commune, recherche, tri } = search;
  const query = {
    lot,
    titulaireId,
    intervenantId,
    commune,
    recherche,
    tri,
    type: wordOf(typesMesure, search.type),
    etat: wordOf(etatsMesure, search.etat),
    archives: search.archives === 'true' || undefined,
  };
  return useList(['mesures', query], (apres) =>
    read(api.GET('/api/v1/mesures', { params: { query: { ...query, apres } } })),
  );
}

export function useMesure(id: string) {
  return useQuery({
    queryKey: ['mesures', 'une', id],
    queryFn: () => read(api.GET('/api/v1/mesures/{id}', { params: { path: { id } } })),
  });
}

export function useChronologie(id: string) {
  return useQuery({
    queryKey: ['mesures', 'une', id, 'chronologie'],
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/chronologie', { params: { path: { id } } })),
  });
}
