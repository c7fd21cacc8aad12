import { useState } from 'react';
import { ApiError } from '@/api/errors';
import type { Versioned } from '@/api/http';
import { useAct, type Act } from './useAct';

/** An act refused because its record had changed (412): both versions, and the two ways out. */
export type Stale<Record, Values> = {
  before: Record;
  now: Record;
  values: Values;
  /** Mine again, over the version just read. */
  redo: () => void;
  /** Theirs is kept. */
  forget: () => void;
};

type VersionedAct<Record, Values, Result> = Omit<Act<Values, Result>, 'run'> & {
  run: (values: Values, record: Versioned<Record>) => Promise<Result>;
};

/** An act made with the `If-Match` of the record in sight; `stale` says what to settle when that version was not the last. */
export function useVersionedAct<Record, Values = void, Result = unknown>(
  record: Versioned<Record>,
  { run, ...act }: VersionedAct<Record, Values, Result>,
) {
  const [sent, setSent] = useState<{ record: Record; values: Values } | null>(null);
  const mutation = useAct<Values, Result>({
    ...act,
    run: (values) => {
      setSent({ record: record.data, values });
      return run(values, record);
    },
  });
  const { error, isPending, mutate } = mutation;
  const isStale = error instanceof ApiError && error.isStale;
  const forget = () => {
    setSent(null);
    mutation.reset();
  };
  const stale: Stale<Record, Values> | null =
    isStale && sent
      ? {
          before: sent.record,
          now: record.data,
          values: sent.values,
          redo: () => mutate(sent.values),
          forget,
        }
      : null;
  return { mutate, isPending, stale, error: isStale ? null : error, sent: sent?.values ?? null };
}
