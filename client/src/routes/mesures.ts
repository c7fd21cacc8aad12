import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { keepParams, listParams } from '@/lib/address';
import { cadreRoute } from './root';

export const mesuresRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures',
  staticData: { acte: 'lireMesures' },
  validateSearch: listParams(
    'titulaireId',
    'intervenantId',
    'type',
    'etat',
    'commune',
    'recherche',
    'archives',
  ),
  component: lazyRouteComponent(() => import('@/features/Mesures/PageMesures'), 'PageMesures'),
});

export const mesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageMesure'), 'PageMesure'),
});

export const rencontresDeMesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/rencontres',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(
    () => import('@/features/Mesures/Rencontres/PageRencontres'),
    'PageRencontres',
  ),
});

export const calendrierRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/rencontres',
  staticData: { acte: 'lireMesures' },
  validateSearch: keepParams('mois'),
  component: lazyRouteComponent(
    () => import('@/features/Mesures/Rencontres/PageCalendrier'),
    'PageCalendrier',
  ),
});

export const maJourneeRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/ma-journee',
  staticData: { acte: 'enregistrerRencontre' },
  component: lazyRouteComponent(() => import('@/features/Mesures/Rencontres/PageMaJournee'), 'PageMaJournee'),
});
export const projetRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/projet',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageProjet'), 'PageProjet'),
});

export const bilansRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/bilans',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageBilans'), 'PageBilans'),
});

export const avenantsRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/avenants',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageAvenants'), 'PageAvenants'),
});

export const finDeMesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/fin',
  staticData: { acte: 'lireMesures' },
  component: lazyRouteComponent(() => import('@/features/Mesures/PageFinDeMesure'), 'PageFinDeMesure'),
});

export const bilansEnAttenteRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/bilans',
  staticData: { acte: 'lireBilans' },
  validateSearch: listParams('etat'),
  component: lazyRouteComponent(
    () => import('@/features/Mesures/PageBilansEnAttente'),
    'PageBilansEnAttente',
  ),
});
