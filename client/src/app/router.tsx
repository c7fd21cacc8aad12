import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { linkSession } from '@/api/http';
import { forgetSession, sessionQuery, type Acte } from '@/api/session';
import { PageErreur, PageIntrouvable } from '@/components/ui/PageErreur';
import { PageSkeleton } from '@/components/ui/PageSkeleton';
import { parseAddress, safeReturn, writeAddress } from '@/lib/address';
import { routeTree } from '@/routes/tree';

export function createAppRouter(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queries },
    ...(history ? { history } : {}),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPendingMs: 300,
    defaultPendingMinMs: 200,
    scrollRestoration: true,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageErreur,
    defaultNotFoundComponent: PageIntrouvable,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
  interface StaticDataRouteOption {
    /** What one must be allowed to do for the page to be shown at all. */
    acte?: Acte;
  }
}

/** Gives the calls their token, and leads to sign-in, with the way back, when the session has ended. */
export function linkSessionTo(router: AppRouter, queries: QueryClient): void {
  linkSession({
    token: () => queries.getQueryData(sessionQuery.queryKey)?.jetonAntiforgery,
    onSignedOut: () => {
      if (router.state.location.pathname === '/connexion') return;
      const retour = safeReturn(router.state.location.href);
      void router.navigate({ to: '/connexion', search: { retour } }).then(() => forgetSession(queries));
    },
  });
}
