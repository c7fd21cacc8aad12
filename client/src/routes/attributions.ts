import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const attributionsRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/attributions',
  validateSearch: listParams('commissionId'),
  component: lazyRouteComponent(() => import('@/features/Attributions/PageAttributions'), 'PageAttributions'),
});

export const attributionRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/attributions/demandes/$demandeId',
  component: lazyRouteComponent(() => import('@/features/Attributions/PageAttribution'), 'PageAttribution'),
});

export const tourDeRoleRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/tour-de-role',
  component: lazyRouteComponent(() => import('@/features/Attributions/PageToursDeRole'), 'PageToursDeRole'),
});

export const tourDeRoleLotRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/tour-de-role/$lotCode',
  component: lazyRouteComponent(() => import('@/features/Attributions/PageTourDeRole'), 'PageTourDeRole'),
});

export const bonsDeCommandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/bons-de-commande',
  validateSearch: listParams('etat', 'forfait', 'titulaireId', 'recherche'),
  component: lazyRouteComponent(
    () => import('@/features/Attributions/PageBonsDeCommande'),
    'PageBonsDeCommande',
  ),
});

export const bonDeCommandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/bons-de-commande/$bonDeCommandeId',
  component: lazyRouteComponent(
    () => import('@/features/Attributions/PageBonDeCommande'),
    'PageBonDeCommande',
  ),
});
