import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cadreRoute } from './root';

export const aFaireRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/a-faire',
  staticData: { acte: 'lireAFaire' },
  component: lazyRouteComponent(() => import('@/features/AFaire/PageAFaire'), 'PageAFaire'),
});
