import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';

const signIn = async (user: ReturnType<typeof renderApp>['user']) => {
  await user.type(await screen.findByLabelText('Identifiant'), 'agent@herault.example');
  await user.type(screen.getByLabelText('Mot de passe'), 'Masp-demo-2026!');
  await user.click(screen.getByRole('button', { name: 'Se connecter' }));
};

it('Somebody who is not signed in is led to sign-in, and back to the page asked for', async () => {
  server.use(http.post('/api/v1/session', ({ response }) => response(200).json(aSession())));
  const { router, user } = renderApp('/mesures?lot=1', null);
  expect(await screen.findByRole('heading', { name: 'Connexion' })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({ retour: '/mesures?lot=1' });

  await signIn(user);
  expect(await screen.findByRole('heading', { level: 1, name: 'Mesures' })).toBeInTheDocument();
  expect(router.state.location.href).toBe('/mesures?lot=1');
});

it('A wrong password is refused with the reason, and nobody is signed in', async () => {
  server.use(
    http.post('/api/v1/session', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          { status: 401, title: 'Identifiant ou mot de passe inconnu.', code: 'session.refusee' },
          { status: 401 },
        ),
      ),
    ),
  );
  const { router, user } = renderApp('/connexion', null);
  await signIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('Identifiant ou mot de passe inconnu.');
  expect(router.state.location.pathname).toBe('/connexion');
});

it('Empty fields are told beside themselves, without asking the server', async () => {
  const { user } = renderApp('/connexion', null);
  await user.click(await screen.findByRole('button', { name: 'Se connecter' }));
  expect(await screen.findByText('Saisissez votre identifiant.')).toBeInTheDocument();
  expect(screen.getByLabelText('Identifiant')).toBeInvalid();
});

it('A session that ends while working leads to sign-in, with the way back', async () => {
  server.use(
    http.post('/api/v1/calculs/echeance', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          { status: 401, title: 'Session terminée.', code: 'session.absente' },
          { status: 401 },
        ),
      ),
    ),
  );
  const { router } = renderApp('/simulateur/echeance?evenement=2022-01-03&jours=40');
  expect(await screen.findByRole('heading', { name: 'Connexion' })).toBeInTheDocument();
  expect(router.state.location.search).toEqual({
    retour: '/simulateur/echeance?evenement=2022-01-03&jours=40',
  });
});

it('Signing out tells the server, with the antiforgery token, and forgets what was read', async () => {
  let token: string | null = null;
  server.use(
    http.delete('/api/v1/session', ({ request, response }) => {
      token = request.headers.get('X-CSRF-TOKEN');
      return response(204).empty();
    }),
  );
  const { user, queries } = renderApp('/mesures');
  await user.click(await screen.findByRole('button', { name: 'Camille Agent' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Se déconnecter' }));
  expect(await screen.findByRole('heading', { name: 'Connexion' })).toBeInTheDocument();
  expect(token).toBe('jeton-de-test');
  expect(queries.getQueryData(['session'])).toBeNull();
});

it('Where a second factor is due, the code is asked for, and a wrong one can be typed again', async () => {
  const refused = (code: string, detail: string) =>
    HttpResponse.json({ status: 401, title: 'Authentification requise', detail, code }, { status: 401 });
  server.use(
    http.post('/api/v1/session', ({ response }) =>
      response.untyped(refused('acces.second-facteur', 'Saisissez le code.')),
    ),
    http.post('/api/v1/session/second-facteur', async ({ request, response }) =>
      (await request.json()).code === '123456'
        ? response(200).json(aSession())
        : response.untyped(refused('acces.code-faux', 'Ce code n’est pas le bon.')),
    ),
  );
  const { router, user } = renderApp('/connexion?retour=/mesures', null);
  await signIn(user);
  await user.type(await screen.findByLabelText('Code'), '000000');
  await user.click(screen.getByRole('button', { name: 'Valider' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Ce code n’est pas le bon.');
  await user.type(screen.getByLabelText('Code'), '123456');
  await user.click(screen.getByRole('button', { name: 'Valider' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Mesures' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/mesures');
});

it('An outside provider has its button, and says why it let nobody in', async () => {
  server.use(
    http.get('/api/v1/session/fournisseur', ({ response }) => response(200).json({ nom: 'ProConnect' })),
  );
  renderApp('/connexion?refus=inconnu&retour=/mesures', null);
  expect(await screen.findByRole('link', { name: 'Se connecter avec ProConnect' })).toHaveAttribute(
    'href',
    '/api/v1/session/externe?retour=%2Fmesures',
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Aucun compte ne vous est ouvert ici.');
});
