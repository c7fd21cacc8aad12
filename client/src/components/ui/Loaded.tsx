import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isApiError } from '@/api/errors';
import { Erreur } from './Erreur';
import { PageIntrouvable } from './PageErreur';
import { PageSkeleton } from './PageSkeleton';

type Props<Value> = {
  query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'refetch'>;
  children: (value: Value) => ReactNode;
};

/**
 * What a query gave, else its outline, its refusal, or « Page introuvable » for a 404.
 * What was read stays in sight when reading it again fails, under the reason.
 */
export function Loaded<Value>({ query: { data, error, refetch }, children }: Props<Value>) {
  if (isApiError(error, 404)) return <PageIntrouvable />;
  return (
    <>
      {error && <Erreur error={error} onRetry={() => void refetch()} />}
      {data !== undefined && children(data)}
      {data === undefined && !error && <PageSkeleton />}
    </>
  );
}
