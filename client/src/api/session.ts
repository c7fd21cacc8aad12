import {
  queryOptions,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
  type QueryClient,
} from '@tanstack/react-query';
import { answerWithPasskey } from '@/lib/passkeys';
import { isApiError } from './errors';
import { api, read } from './http';
import type { components } from './schema';

export type Session = components['schemas']['Session'];
export type Acte = components['schemas']['Acte'];
export type Role = components['schemas']['Role'];

/** Who is signed in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await read(api.GET('/api/v1/session'));
    } catch (error) {
      if (isApiError(error, 401)) return null;
      throw error;
    }
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

/** The session, on any page behind sign-in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('A page behind sign-in was shown without a session.');
  return data;
}

/** The day it is for the application, `yyyy-MM-dd`; the demonstration has its own clock. */
export function useAujourdhui(): string {
  return useSession().aujourdhui;
}

/** Whether the person may do an act at all (`deposerDemande`); what they may not do is absent from the page. */
export function useMay(): (acte: Acte) => boolean {
  const { actes } = useSession();
  return (acte) => actes.includes(acte);
}

/** What follows a sign-in, however it was done: nothing that somebody else read is left. */
export function useSignedIn(): (session: Session) => void {
  const queries = useQueryClient();
  return (session) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { identifiant: string; motDePasse: string }) =>
      read(api.POST('/api/v1/session', { body })),
    onSuccess: useSignedIn(),
  });
}

/** The second half of signing in: a code of the authenticator, or a recovery code. */
export function useSecondFactor() {
  return useMutation({
    mutationFn: (body: { code: string }) => read(api.POST('/api/v1/session/second-facteur', { body })),
    onSuccess: useSignedIn(),
  });
}

/** Signing in by a passkey alone. */
export function usePasskeySignIn() {
  return useMutation({
    mutationFn: async () => {
      const { options, etat } = await read(api.POST('/api/v1/session/cle-d-acces/question'));
      const reponse = await answerWithPasskey(options);
      return read(api.POST('/api/v1/session/cle-d-acces', { body: { etat, reponse } }));
    },
    onSuccess: useSignedIn(),
  });
}

/** Ends the session; the page then leaves for sign-in, which forgets what was read (see {@link forgetSession}). */
export function useSignOut() {
  return useMutation({ mutationFn: () => read(api.DELETE('/api/v1/session')) });
}

/** Empties the memory of the page: what one person read must not be there for the next. */
export function forgetSession(queries: QueryClient): void {
  queries.clear();
  queries.setQueryData(sessionQuery.queryKey, null);
}
