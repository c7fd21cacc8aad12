import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { SimulateurLayout } from '@/app/SimulateurLayout';
import { keepParams } from '@/lib/address';
import { cadreRoute } from './root';

export const simulateurRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/simulateur',
  component: SimulateurLayout,
});

export const simulateurAccueilRoute = createRoute({
  getParentRoute: () => simulateurRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/simulateur/echeance', replace: true });
  },
});

export const simulateurEcheanceRoute = createRoute({
  getParentRoute: () => simulateurRoute,
  path: '/echeance',
  staticData: { acte: 'calculer' },
  validateSearch: keepParams('evenement', 'jours', 'sens', 'mode', 'calendrier'),
  component: lazyRouteComponent(
    () => import('@/features/Echeances/SimulateurEcheance'),
    'SimulateurEcheance',
  ),
});

export const simulateurTarifRoute = createRoute({
  getParentRoute: () => simulateurRoute,
  path: '/tarif',
  staticData: { acte: 'calculer' },
  validateSearch: keepParams(
    'debut',
    'finPrevue',
    'finReelle',
    'gestion',
    'zone',
    'suspensions',
    'changements',
    'mode',
    'dateGel',
  ),
  component: lazyRouteComponent(() => import('@/features/Facturation/SimulateurTarif'), 'SimulateurTarif'),
});
