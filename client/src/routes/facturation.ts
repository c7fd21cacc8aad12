import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { keepParams, listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const facturesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/factures',
  staticData: { acte: 'lireFactures' },
  validateSearch: listParams('titulaireId', 'trimestre', 'etat'),
  component: lazyRouteComponent(() => import('@/features/Facturation/PageFactures'), 'PageFactures'),
});

export const nouvelleFactureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/factures/nouvelle',
  staticData: { acte: 'preparerFacture' },
  validateSearch: keepParams('titulaireId', 'lot', 'trimestre'),
  component: lazyRouteComponent(
    () => import('@/features/Facturation/PageNouvelleFacture'),
    'PageNouvelleFacture',
  ),
});

export const factureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/factures/$factureId',
  staticData: { acte: 'lireFactures' },
  component: lazyRouteComponent(() => import('@/features/Facturation/PageFacture'), 'PageFacture'),
});

export const baremesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/baremes',
  staticData: { acte: 'lireReferentiel' },
  component: lazyRouteComponent(() => import('@/features/Facturation/PageBaremes'), 'PageBaremes'),
});
