import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Address } from '@/lib/address';

/** The filters and the sort of a list, kept in the address so that it can be mailed, reloaded and gone back to. */
export function useListAddress() {
  const params: Address = useSearch({ strict: false });
  const navigate = useNavigate();

  const replaceAll = (search: Address) => {
    // The route that shows the list is not known here: its `validateSearch` drops what it does not know.
    // The Lot in view would otherwise be brought along: named, it is taken off.
    void navigate({ to: '.', search: { lot: undefined, ...search } as never, replace: true });
  };
  // From the address as it is by then: two filters chosen quickly one after the other are both kept.
  const setParams = (changes: Address) =>
    void navigate({
      to: '.',
      search: ((before: Address) => ({ lot: undefined, ...before, ...changes })) as never,
      replace: true,
    });
  return {
    params,
    setParams,
    replaceAll,
  };
}

/** `champ` is ascending, `-champ` descending. */
export function sortOf(tri: string | undefined, field: string): 'ascending' | 'descending' | 'none' {
  if (tri === field) return 'ascending';
  return tri === `-${field}` ? 'descending' : 'none';
}

/** Ascending, then descending, then the API's own order. */
export function nextSort(tri: string | undefined, field: string): string | undefined {
  if (tri === field) return `-${field}`;
  return tri === `-${field}` ? undefined : field;
}
