import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { keepParams } from '@/lib/address';
import { cadreRoute } from './root';

export const actesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/journal/actes',
  staticData: { acte: 'lireJournal' },
  validateSearch: keepParams('du', 'au', 'utilisateurId', 'operation', 'mesureId', 'requeteId'),
  component: lazyRouteComponent(() => import('@/features/Journal/PageActes'), 'PageActes'),
});

export const accesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/journal/acces',
  staticData: { acte: 'lireJournal' },
  validateSearch: keepParams('du', 'au', 'utilisateurId', 'operation', 'mesureId', 'requeteId', 'nature'),
  component: lazyRouteComponent(() => import('@/features/Journal/PageAcces'), 'PageAcces'),
});

export const sceauRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/journal/sceau',
  staticData: { acte: 'verifierJournal' },
  component: lazyRouteComponent(() => import('@/features/Journal/PageSceau'), 'PageSceau'),
});

export const accesDeMesureRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/mesures/$mesureId/acces',
  staticData: { acte: 'lireAccesAuDossier' },
  component: lazyRouteComponent(() => import('@/features/Journal/PageAccesDeMesure'), 'PageAccesDeMesure'),
});
