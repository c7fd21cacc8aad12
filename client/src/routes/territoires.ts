import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const communesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/communes',
  staticData: { acte: 'lireReferentiel' },
  validateSearch: listParams('codePostal', 'recherche', 'zone'),
  component: lazyRouteComponent(() => import('@/features/Territoires/PageCommunes'), 'PageCommunes'),
});

export const importCommunesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/communes/import',
  staticData: { acte: 'importerCommunes' },
  component: lazyRouteComponent(
    () => import('@/features/Territoires/PageImportCommunes'),
    'PageImportCommunes',
  ),
});
