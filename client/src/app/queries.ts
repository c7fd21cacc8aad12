import { QueryClient } from '@tanstack/react-query';
import { OfflineError } from '@/api/errors';

/** A refusal is an answer and is not asked again; silence is, twice. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => error instanceof OfflineError && failures < 2,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
