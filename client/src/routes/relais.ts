import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { cadreRoute } from './root';

export const passagesDeRelaisRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/relais',
  staticData: { acte: 'lireRelais' },
  component: lazyRouteComponent(
    () => import('@/features/Mesures/PagePassagesDeRelais'),
    'PagePassagesDeRelais',
  ),
});

export const nouveauRelaisRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/relais/nouveau',
  staticData: { acte: 'passerRelais' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageNouveauRelais'), 'PageNouveauRelais'),
});

export const relaisRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/relais/$relaisId',
  staticData: { acte: 'lireRelais' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageRelais'), 'PageRelais'),
});
