import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { keepParams, listParams } from '@/lib/address';
import { cadreRoute, rootRoute } from './root';

export const connexionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  validateSearch: keepParams('retour', 'etape', 'refus'),
  component: lazyRouteComponent(() => import('@/features/Acces/PageConnexion'), 'PageConnexion'),
});

export const accueilRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/a-faire', replace: true });
  },
});

export const lienRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/acces',
  component: lazyRouteComponent(() => import('@/features/Acces/PageLien'), 'PageLien'),
});

export const motDePasseOublieRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(
    () => import('@/features/Acces/PageMotDePasseOublie'),
    'PageMotDePasseOublie',
  ),
});

export const monCompteRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/compte',
  staticData: { acte: 'tenirMonCompte' },
  component: lazyRouteComponent(() => import('@/features/Acces/PageMonCompte'), 'PageMonCompte'),
});

export const comptesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/comptes',
  staticData: { acte: 'tenirComptes' },
  validateSearch: listParams('recherche', 'role', 'etatCompte'),
  component: lazyRouteComponent(() => import('@/features/Acces/PageComptes'), 'PageComptes'),
});

export const compteRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/comptes/$compteId',
  staticData: { acte: 'tenirComptes' },
  component: lazyRouteComponent(() => import('@/features/Acces/PageCompte'), 'PageCompte'),
});

export const programmesRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/programmes',
  staticData: { acte: 'tenirProgrammes' },
  component: lazyRouteComponent(() => import('@/features/Acces/PageProgrammes'), 'PageProgrammes'),
});

export const quotasRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/quotas',
  staticData: { acte: 'tenirQuotas' },
  validateSearch: keepParams('etat'),
  component: lazyRouteComponent(() => import('@/features/Acces/PageQuotas'), 'PageQuotas'),
});
