import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery, type Session } from '@/api/session';
import { Providers } from '@/app/Providers';
import { createQueries } from '@/app/queries';
import { createAppRouter, linkSessionTo } from '@/app/router';
import { parseAddress, writeAddress } from '@/lib/address';
import { aSession } from './session';

/** The queries of the application, that do not wait before they ask again. */
function queriesOf(session: Session | null) {
  const queries = createQueries();
  const defaults = queries.getDefaultOptions();
  queries.setDefaultOptions({ ...defaults, queries: { ...defaults.queries, retryDelay: 0 } });
  queries.setQueryData(sessionQuery.queryKey, session);
  return queries;
}

/** The whole application at an address; `session` null is somebody who is not signed in. */
export function renderApp(address: string, session: Session | null = aSession()) {
  const queries = queriesOf(session);
  const router = createAppRouter(queries, createMemoryHistory({ initialEntries: [address] }));
  linkSessionTo(router, queries);
  render(
    <Providers queries={queries} env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  return { router, queries, user: userEvent.setup() };
}

/** One component alone, at an address of its own. */
export function renderAt(component: () => ReactNode, address = '/') {
  const queries = queriesOf(aSession());
  const rootRoute = createRootRoute();
  const page = createRoute({ getParentRoute: () => rootRoute, path: '/', component });
  const other = createRoute({
    getParentRoute: () => rootRoute,
    path: '$',
    component: () => <p>autre page</p>,
  });
  const router = createRouter({
    routeTree: rootRoute.addChildren([page, other]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  });
  render(
    <Providers queries={queries} env="test">
      <RouterProvider router={router as never} />
    </Providers>,
  );
  return { router, queries, user: userEvent.setup() };
}
