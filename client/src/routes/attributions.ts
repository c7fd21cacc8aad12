import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const attributionsRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/attributions',
  staticData: { acte: 'attribuer' },
  validateSearch: listParams('commissionId'),
  component: lazyRouteComponent(() => import('@/features/Attributions/PageAttributions'), 'PageAttributions'),
});

export const attributionRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/attributions/demandes/$demandeId',
  staticData: { acte: 'attribuer' },
  component: lazyRouteComponent(() => import('@/features/Attributions/PageAttribution'), 'PageAttribution'),
});

export const tourDeRoleRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/tour-de-role',
  staticData: { acte: 'lireTourDeRole' },
  component: lazyRouteComponent(() => import('@/features/Attributions/PageToursDeRole'), 'PageToursDeRole'),
});

export const tourDeRoleLotRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/tour-de-role/$lotCode',
  staticData: { acte: 'lireTourDeRole' },
  component: lazyRouteComponent(() => import('@/features/Attributions/PageTourDeRole'), 'PageTourDeRole'),
});

export const bonsDeCommandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/bons-de-commande',
  staticData: { acte: 'lireBonsDeCommande' },
  validateSearch: listParams('etat', 'forfait', 'titulaireId', 'recherche'),
  component: lazyRouteComponent(
    () => import('@/features/Attributions/PageBonsDeCommande'),
    'PageBonsDeCommande',
  ),
});

export const bonDeCommandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/bons-de-commande/$bonDeCommandeId',
  staticData: { acte: 'lireBonsDeCommande' },
  component: lazyRouteComponent(
    () => import('@/features/Attributions/PageBonDeCommande'),
    'PageBonDeCommande',
  ),
});

export const premieresRencontresRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/premieres-rencontres',
  staticData: { acte: 'lireBonsDeCommande' },
  component: lazyRouteComponent(
    () => import('@/features/Attributions/PagePremieresRencontres'),
    'PagePremieresRencontres',
  ),
});
