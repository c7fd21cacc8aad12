import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { unProgramme } from './testing';

const admin = () => aSessionOf('administrateur', 'lireAFaire', 'tenirProgrammes');
const list = (elements = [unProgramme()]) =>
  http.get('/api/v1/programmes', ({ response }) => response(200).json({ elements, lien: null }));

it('A program is made, and its secret stays in sight until it is said to be kept', async () => {
  let sent: unknown;
  server.use(
    list([]),
    http.post('/api/v1/programmes', async ({ request, response }) => {
      sent = await request.json();
      return response(201).json({ programme: unProgramme(), secret: 'montre-une-fois', version: '1' });
    }),
  );
  const { user } = renderApp('/programmes', admin());
  await user.click(await screen.findByRole('button', { name: 'Créer un programme' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Nom/), 'Entrepôt');
  await user.type(dialog.getByLabelText(/Réseaux/), '192.0.2.0/24');
  await user.click(dialog.getByRole('button', { name: 'Créer le programme' }));
  expect(await screen.findByDisplayValue('montre-une-fois')).toBeInTheDocument();
  expect(sent).toEqual({ nom: 'Entrepôt', scopes: ['masp.lecture'], fin: null, adresses: ['192.0.2.0/24'] });
  await user.click(screen.getByRole('button', { name: 'Le secret est en lieu sûr' }));
  expect(screen.queryByDisplayValue('montre-une-fois')).not.toBeInTheDocument();
});

it('A secret under renewal and a revoked program are told apart', async () => {
  const secret = { creeLe: '2022-01-01T00:00:00Z', expireLe: null };
  server.use(
    list([
      unProgramme({ secrets: [secret, secret] }),
      unProgramme({ id: 'p2', nom: 'Ancien', revoqueLe: '2022-11-01T00:00:00Z' }),
    ]),
  );
  renderApp('/programmes', admin());
  expect(await screen.findByText('secret en renouvellement')).toBeInTheDocument();
  expect(screen.getByText('révoqué')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Révoquer : Ancien' })).not.toBeInTheDocument();
});
