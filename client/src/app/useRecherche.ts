import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';

/** The API searches from two characters on. */
const SHORTEST = 2;

/** What answers the text: a measure, a demande, a bon by person or number, a commune. Asked 200 ms after the last key. */
export function useRecherche(text: string, enabled: boolean) {
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useQuery({
    queryKey: ['recherche', q],
    queryFn: ({ signal }) => read(api.GET('/api/v1/recherche', { params: { query: { q } }, signal })),
    enabled: enabled && q.length >= SHORTEST,
    placeholderData: keepPreviousData,
  });
  const asked = text.trim().length >= SHORTEST;
  return {
    found: asked ? (query.data?.elements ?? []) : [],
    searching: asked && enabled && (query.isFetching || q !== text.trim()),
    error: asked ? query.error : null,
  };
}
