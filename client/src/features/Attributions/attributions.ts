import { useQueries, useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useLots } from '@/api/references';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type TourDeRole = Schemas['TourDeRoleReponse'];
export type Apercu = Schemas['Apercu'];

/** What giving a measure to a Titulaire changes elsewhere, to be read again. */
export const attributionKeys = [
  ['demandes'],
  ['commissions'],
  ['attributions'],
  ['tours-de-role'],
  ['bons-de-commande'],
  ['a-faire'],
] as const;

const tourOf = (code: string, apres?: string) =>
  read(api.GET('/api/v1/lots/{code}/tour-de-role', { params: { path: { code }, query: { apres } } }));

/** The first page of the register of a Lot, with its counts and who is next. */
export function useTourDeRole(code: string) {
  return useQuery({ queryKey: ['tours-de-role', code], queryFn: () => tourOf(code) });
}

export async function loadRegistre(code: string, apres: string | undefined) {
  return (await tourOf(code, apres)).registre;
}

/** The turn of every Lot that the person may see. */
export function useToursDeRole() {
  const { lots } = useLots();
  return useQueries({
    queries: lots.map(({ code }) => ({ queryKey: ['tours-de-role', code], queryFn: () => tourOf(code) })),
  });
}

/** Who would be served and why, for one Demande. */
export function useApercu(demandeId: string) {
  return useQuery({
    queryKey: ['attributions', 'demande', demandeId],
    queryFn: () =>
      read(api.GET('/api/v1/demandes/{id}/attribution/apercu', { params: { path: { id: demandeId } } })),
  });
}

/** The same for every favourable Decision of a session, in the order in which they would be served. */
export function useApercuSeance(commissionId: string) {
  return useQuery({
    queryKey: ['attributions', 'seance', commissionId],
    queryFn: async () => {
      const path = { id: commissionId };
      const [commission, { apercus }] = await Promise.all([
        read(api.GET('/api/v1/commissions/{id}', { params: { path } })),
        read(api.GET('/api/v1/commissions/{id}/attributions/apercu', { params: { path } })),
      ]);
      return { commission, apercus };
    },
  });
}
