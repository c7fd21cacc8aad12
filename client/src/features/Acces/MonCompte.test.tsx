import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';
import { monCompte } from './testing';

it('Sessions are listed with their device, and one elsewhere is closed', async () => {
  let closed: string | undefined;
  server.use(
    http.get('/api/v1/compte', ({ response }) => response(200).json(monCompte())),
    http.delete('/api/v1/compte/sessions/{id}', ({ params, response }) => {
      closed = params.id;
      return response(204).empty();
    }),
  );
  const { user } = renderApp('/compte');
  expect(
    within(await screen.findByRole('row', { name: /Firefox sur Windows/ })).getByText('celle-ci'),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Fermer la session : Safari sur iPhone/ }));
  expect(await screen.findByText('Session fermée.')).toBeInTheDocument();
  expect(closed).toBe('s2');
});

it('A changed password is sent with the present one, and its new antiforgery token is kept', async () => {
  server.use(
    http.get('/api/v1/compte', ({ response }) => response(200).json(monCompte())),
    http.post('/api/v1/compte/mot-de-passe', async ({ request, response }) => {
      expect(await request.json()).toEqual({ motDePasseActuel: 'ancien', motDePasse: 'Grillons-7-oliviers' });
      return response(200).json(aSession({ jetonAntiforgery: 'jeton-neuf' }));
    }),
  );
  const { user, queries } = renderApp('/compte');
  await user.click(await screen.findByRole('button', { name: 'Changer de mot de passe' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('Mot de passe actuel'), 'ancien');
  await user.type(dialog.getByLabelText('Nouveau mot de passe'), 'Grillons-7-oliviers');
  await user.type(dialog.getByLabelText('Nouveau mot de passe, encore une fois'), 'Grillons-7-oliviers');
  await user.click(dialog.getByRole('button', { name: 'Changer de mot de passe' }));
  expect(await screen.findByText(/vos autres sessions sont fermées/)).toBeInTheDocument();
  expect(queries.getQueryData(['session'])).toMatchObject({ jetonAntiforgery: 'jeton-neuf' });
});

it('An application of codes is enrolled from a picture, and its recovery codes are shown once', async () => {
  server.use(
    http.get('/api/v1/compte', ({ response }) => response(200).json(monCompte())),
    http.post('/api/v1/compte/totp/proposition', ({ response }) =>
      response(200).json({ cle: 'GEZDGNBV', uri: 'otpauth://totp/Masp:x?secret=GEZDGNBV', scelle: 's' }),
    ),
    http.post('/api/v1/compte/totp', ({ response }) => response(200).json({ codes: ['AAAA-BBBB-CCCC'] })),
  );
  const { user } = renderApp('/compte');
  await user.click(await screen.findByRole('button', { name: 'Ajouter une application de codes' }));
  expect(await screen.findByText('GEZD GNBV')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Code à six chiffres'), '123456');
  await user.type(screen.getByLabelText('Votre mot de passe'), 'ancien');
  await user.click(screen.getByRole('button', { name: 'Enregistrer l’application' }));
  expect(await screen.findByText('AAAA-BBBB-CCCC')).toBeInTheDocument();
});
