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
