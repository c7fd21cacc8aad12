import { useQuery } from '@tanstack/react-query';
import { api, readRecord } from '@/api/http';
import type { components } from '@/api/schema';

export type Demande = components['schemas']['Demande'];

/** What an act upon a Demande changes elsewhere, to be read again. */
export const demandeKeys = [['demandes'], ['commissions'], ['a-faire']] as const;

/** A Demande with the ETag that a Decision brings back. */
export function useDemande(id: string) {
  return useQuery({
    queryKey: ['demandes', 'une', id],
    queryFn: () => readRecord(api.GET('/api/v1/demandes/{id}', { params: { path: { id } } })),
  });
}
