import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { keepParams } from '@/lib/address';
import { cadreRoute, rootRoute } from './root';

export const connexionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connexion',
  validateSearch: keepParams('retour'),
  component: lazyRouteComponent(() => import('@/features/Acces/PageConnexion'), 'PageConnexion'),
});

export const accueilRoute = createRoute({
  getParentRoute: () => cadreRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/a-faire', replace: true });
  },
});
