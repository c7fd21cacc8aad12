import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';

export type Note = components['schemas']['Note'];
export type NoteSaisie = components['schemas']['NoteSaisie'];

const keyOf = (mesureId: string) => ['mesures', 'une', mesureId, 'notes'];

/** The latest ones that the session may read. */
export function useNotes(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId),
    queryFn: () =>
      read(
        api.GET('/api/v1/mesures/{id}/notes', { params: { path: { id: mesureId }, query: { taille: 200 } } }),
      ),
  });
}

export function useWriteNote(mesureId: string, onDone: () => void) {
  const [key, renew] = useIdempotencyKey();
  return useAct({
    run: (body: NoteSaisie) =>
      read(
        api.POST('/api/v1/mesures/{id}/notes', {
          params: { path: { id: mesureId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: 'Note gardée.',
    refreshes: [keyOf(mesureId)],
    onDone: () => {
      renew();
      onDone();
    },
  });
}
