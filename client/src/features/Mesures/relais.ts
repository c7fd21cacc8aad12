import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';

export type Relais = components['schemas']['Relais'];
export type ApercuRelais = components['schemas']['ApercuRelais'];
export type RencontreDeRelais = components['schemas']['RencontreDeRelais'];

export const etendues: Record<Relais['etendue'], string> = {
  mesure: 'une mesure',
  intervenant: 'les mesures d’un intervenant',
  lot: 'tout le lot',
};

/** What a hand-over changes: who serves, who follows, what is to be done. */
export const relaisKeys = [['relais'], ['mesures'], ['charge'], ['a-faire']] as const;

export function usePassagesDeRelais() {
  return useList(['relais'], (apres) => read(api.GET('/api/v1/relais', { params: { query: { apres } } })));
}

export function useRelais(id: string) {
  return useQuery({
    queryKey: ['relais', 'un', id],
    queryFn: () => read(api.GET('/api/v1/relais/{id}', { params: { path: { id } } })),
  });
}
