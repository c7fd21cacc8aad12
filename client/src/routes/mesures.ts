import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const mesuresRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures',
  staticData: { acte: 'lireMesures' },
  validateSearch: listParams('titulaireId', 'intervenantId', 'type', 'etat', 'commune', 'recherche'),
  component: lazyRouteComponent(() => import('@/features/Mesures/PageMesures'), 'PageMesures'),
});

export const mesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageMesure'), 'PageMesure'),
});
