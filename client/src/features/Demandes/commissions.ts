import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';

export type Commission = components['schemas']['Commission'];
export type Point = components['schemas']['Point'];

export const commissionKey = (id: string) => ['commissions', 'une', id] as const;

/** A session with its agenda and what was said of each item. */
export function useCommission(id: string) {
  return useQuery({
    queryKey: commissionKey(id),
    queryFn: () => read(api.GET('/api/v1/commissions/{id}', { params: { path: { id } } })),
  });
}
