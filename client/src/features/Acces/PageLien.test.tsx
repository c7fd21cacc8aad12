import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';

const totp = {
  cle: 'GEZDGNBVGY3TQOJQ',
  uri: 'otpauth://totp/Masp:x?secret=GEZDGNBVGY3TQOJQ',
  scelle: 'scelle',
};

it('An invited person chooses a password, enrols an authenticator, keeps the codes and is in', async () => {
  let sent: unknown;
  server.use(
    http.post('/api/v1/liens/lecture', async ({ request, response }) => {
      expect(await request.json()).toEqual({ jeton: 'secret-du-lien' });
      return response(200).json({
        but: 'invitation',
        nom: 'Camille Agent',
        identifiant: 'agent@herault.example',
        expireLe: '2022-11-27T08:00:00Z',
        totp,
      });
    }),
    http.post('/api/v1/liens/acceptation', async ({ request, response }) => {
      sent = await request.json();
      return response(200).json({ session: aSession(), codesDeSecours: ['AAAA-BBBB-CCCC'] });
    }),
  );
  const { user } = renderApp('/acces#secret-du-lien', null);
  await user.type(await screen.findByLabelText('Mot de passe'), 'Cigales-9-platanes');
  await user.type(screen.getByLabelText('Mot de passe, encore une fois'), 'Cigales-9-platane');
  expect(screen.getByRole('img', { name: /Clé à enregistrer/ })).toBeInTheDocument();
  await user.type(screen.getByLabelText('Code à six chiffres'), '123456');
  await user.click(screen.getByRole('button', { name: 'Ouvrir mon compte' }));
  expect(await screen.findByText('Les deux saisies diffèrent.')).toBeInTheDocument();

  await user.type(screen.getByLabelText('Mot de passe, encore une fois'), 's');
  await user.click(screen.getByRole('button', { name: 'Ouvrir mon compte' }));
  expect(await screen.findByText('AAAA-BBBB-CCCC')).toBeInTheDocument();
  expect(sent).toEqual({
    jeton: 'secret-du-lien',
    motDePasse: 'Cigales-9-platanes',
    scelle: 'scelle',
    code: '123456',
  });
  expect(screen.getByRole('button', { name: 'Continuer' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /lieu sûr/ }));
  await user.click(screen.getByRole('button', { name: 'Continuer' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'À faire' })).toBeInTheDocument();
});

it('A link that served says so and leads to another', async () => {
  server.use(
    http.post('/api/v1/liens/lecture', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          {
            status: 404,
            title: 'Introuvable',
            detail: 'Ce lien n’est plus valable.',
            code: 'lien.introuvable',
          },
          { status: 404 },
        ),
      ),
    ),
  );
  renderApp('/acces#vieux', null);
  expect(await screen.findByText('Ce lien n’est plus valable.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Demander un autre lien' })).toHaveAttribute(
    'href',
    '/mot-de-passe-oublie',
  );
});

it('Whoever asks for a link is answered the same', async () => {
  server.use(http.post('/api/v1/liens', ({ response }) => response(204).empty()));
  const { user } = renderApp('/mot-de-passe-oublie', null);
  await user.type(await screen.findByLabelText('Identifiant'), 'qui@que.ce.soit');
  await user.click(screen.getByRole('button', { name: 'Recevoir un lien' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Si un compte porte cette adresse');
});
