import { useQuery } from '@tanstack/react-query';
import { api, read, readRecord } from '@/api/http';
import { useAct } from '@/components/ui/useAct';

const keyOf = (mesureId: string) => ['mesures', 'une', mesureId, 'sante'];

/** Asked for by those who have the right to it only (R62). */
export function useSante(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId),
    queryFn: () => readRecord(api.GET('/api/v1/mesures/{id}/sante', { params: { path: { id: mesureId } } })),
  });
}

export function usePutSante(mesureId: string, etag: string, onDone: () => void) {
  return useAct({
    run: (texte: string) =>
      read(
        api.PUT('/api/v1/mesures/{id}/sante', {
          params: { path: { id: mesureId }, header: { 'If-Match': etag } },
          body: { texte },
        }),
      ),
    done: 'Information de santé enregistrée.',
    refreshes: [keyOf(mesureId)],
    onDone,
  });
}
