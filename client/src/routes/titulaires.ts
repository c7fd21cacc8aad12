import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const equipeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/equipe',
  staticData: { acte: 'lireEquipe' },
  validateSearch: listParams('titulaireId'),
  component: lazyRouteComponent(() => import('@/features/Titulaires/PageEquipe'), 'PageEquipe'),
});
