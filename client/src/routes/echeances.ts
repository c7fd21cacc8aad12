import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const echeancesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/echeances',
  staticData: { acte: 'lireEcheances' },
  validateSearch: listParams('etat', 'nature', 'miennes', 'titulaireId', 'intervenantId'),
  component: lazyRouteComponent(() => import('@/features/Echeances/PageEcheances'), 'PageEcheances'),
});

export const echeancesDeMesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/echeances',
  staticData: { acte: 'lireEcheances' },
  component: lazyRouteComponent(
    () => import('@/features/Echeances/PageEcheancesDeMesure'),
    'PageEcheancesDeMesure',
  ),
});
