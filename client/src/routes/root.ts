import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { sessionQuery } from '@/api/session';
import { Frame } from '@/app/Frame';
import { keepParams } from '@/lib/address';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()();

/** Everything behind sign-in; the Lot in view stays in the address from page to page. */
export const cadreRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'cadre',
  component: Frame,
  validateSearch: keepParams('lot'),
  search: { middlewares: [retainSearchParams<{ lot?: string }>(['lot'])] },
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/connexion', search: { retour: location.href } });
  },
});
