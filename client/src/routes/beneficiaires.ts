import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const archivesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/archives',
  staticData: { acte: 'archiver' },
  validateSearch: listParams(),
  component: lazyRouteComponent(() => import('@/features/Beneficiaires/PageArchives'), 'PageArchives'),
});

export const beneficiaireRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/beneficiaires/$beneficiaireId',
  staticData: { acte: 'lireBeneficiaire' },
  component: lazyRouteComponent(() => import('@/features/Beneficiaires/PagePersonne'), 'PagePersonne'),
});
