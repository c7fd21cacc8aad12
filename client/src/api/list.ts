import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** One page of a list as the API gives it: `lien` leads to the next, or is null at the end. */
export type Page<Row> = { elements: Row[]; lien?: string | null };

/** A list as a table shows it. */
export type List<Row> = {
  rows: Row[];
  error: Error | null;
  isLoading: boolean;
  /** The next page is on its way. */
  isLoadingMore: boolean;
  /** What is shown belongs to the former filters while the new answer is on its way. */
  isStale: boolean;
  hasMore: boolean;
  loadMore: () => void;
  retry: () => void;
};

/** The opaque cursor inside `lien`. */
export function cursorOf(lien: string | null | undefined): string | undefined {
  if (!lien) return undefined;
  return new URL(lien, 'http://localhost').searchParams.get('apres') ?? undefined;
}

/**
 * Reads a list page by page. `load` receives the cursor (`apres`), undefined for the first page;
 * `key` holds every filter, so that another filter is another list.
 */
export function useList<Row>(
  key: QueryKey,
  load: (apres: string | undefined) => Promise<Page<Row>>,
): List<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => cursorOf(page.lien),
    placeholderData: (previous) => previous,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.elements) ?? [],
    error: query.error,
    isLoading: query.isPending,
    isLoadingMore: query.isFetchingNextPage,
    isStale: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
