import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const demandesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/demandes',
  staticData: { acte: 'lireDemandes' },
  validateSearch: listParams('etat', 'commune', 'serviceReferentId', 'recherche', 'archives'),
  component: lazyRouteComponent(() => import('@/features/Demandes/PageDemandes'), 'PageDemandes'),
});

export const nouvelleDemandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/demandes/nouvelle',
  staticData: { acte: 'deposerDemande' },
  component: lazyRouteComponent(
    () => import('@/features/Demandes/PageNouvelleDemande'),
    'PageNouvelleDemande',
  ),
});

export const demandeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/demandes/$demandeId',
  staticData: { acte: 'lireDemandes' },
  component: lazyRouteComponent(() => import('@/features/Demandes/PageDemande'), 'PageDemande'),
});

export const commissionsRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/commissions',
  staticData: { acte: 'lireCommissions' },
  component: lazyRouteComponent(() => import('@/features/Demandes/PageCommissions'), 'PageCommissions'),
});

export const commissionRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/commissions/$commissionId',
  staticData: { acte: 'lireCommissions' },
  component: lazyRouteComponent(() => import('@/features/Demandes/PageCommission'), 'PageCommission'),
});

export const decisionsRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/decisions',
  staticData: { acte: 'tenirCommission' },
  validateSearch: listParams('recherche'),
  component: lazyRouteComponent(() => import('@/features/Demandes/PageDecisions'), 'PageDecisions'),
});
