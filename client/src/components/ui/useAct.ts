import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiError } from '@/api/errors';

export type Act<Values, Result> = {
  run: (values: Values) => Promise<Result>;
  /** What is told once done: « Bon de commande reçu. » */
  done: string | ((result: Result) => string);
  /** Beginnings of the keys that are read again: `[['bons-de-commande'], ['mesures']]`. */
  refreshes: readonly QueryKey[];
  /** What is read again after a 412, when it is not the same. */
  rereads?: readonly QueryKey[];
  onDone?: (result: Result) => void;
};

/**
 * An act upon the API: told when done, and what it changed is read again. Its refusal stays in `error`, for the page.
 * After a 412 the record is read again too, so that the next attempt is made on what is there.
 */
export function useAct<Values = void, Result = unknown>({
  run,
  done,
  refreshes,
  rereads = refreshes,
  onDone,
}: Act<Values, Result>) {
  const queries = useQueryClient();
  const refresh = (keys: readonly QueryKey[]) =>
    Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation<Result, Error, Values>({
    mutationFn: run,
    onSuccess: async (result) => {
      // The last act alone is told: ten opinions in a row are not ten notices one after the other.
      notifications.clean();
      notifications.show({ message: typeof done === 'string' ? done : done(result), color: 'petrole' });
      onDone?.(result);
      await refresh(refreshes);
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.isStale) await refresh(rereads);
    },
  });
}
