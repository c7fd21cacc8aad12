import { skipToken, useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { paths } from '@/api/schema';
import type { Address } from '@/lib/address';

export type AskedEcheance =
  paths['/api/v1/calculs/echeance']['post']['requestBody']['content']['application/json'];

/** The question that an address holds; null while it is incomplete. */
export function readEcheance(search: Address): AskedEcheance | null {
  const { evenement, jours } = search;
  if (!evenement || !jours || !/^\d{1,4}$/.test(jours)) return null;
  return {
    evenement,
    jours: Number(jours),
    sens: search.sens === 'avant' ? 'avant' : 'apres',
    mode: search.mode === 'cpc642' ? 'cpc642' : 'franc',
    calendrier: search.calendrier === 'alsaceMoselle' ? 'alsaceMoselle' : 'metropole',
  };
}

export function toParams(values: {
  evenement: string | null;
  jours: number;
  sens: string;
  mode: string;
  calendrier: string;
}) {
  return { ...values, evenement: values.evenement ?? undefined, jours: String(values.jours) };
}

export function useEcheance(asked: AskedEcheance | null) {
  return useQuery({
    queryKey: ['calculs', 'echeance', asked],
    queryFn: asked ? () => read(api.POST('/api/v1/calculs/echeance', { body: asked })) : skipToken,
    staleTime: Infinity,
  });
}
