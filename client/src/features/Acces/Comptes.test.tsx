import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { unCompte } from './testing';

const admin = () =>
  aSessionOf('administrateur', 'lireAFaire', 'lireReferentiel', 'tenirComptes', 'revoirComptes');

it('The list says who has an account, of which body, with what second factor and since when unused', async () => {
  server.use(
    http.get('/api/v1/comptes', ({ response }) =>
      response(200).json({
        elements: [unCompte(), unCompte({ id: 'c2', nom: 'Bo Parti', etat: 'parti', fin: '2022-10-01' })],
        lien: null,
      }),
    ),
    http.get('/api/v1/comptes/revues', ({ response }) => response(200).json({ elements: [], lien: null })),
  );
  renderApp('/comptes', admin());
  const row = within(await screen.findByRole('row', { name: /Alix Intervenant/ }));
  expect(row.getByText('Association A')).toBeInTheDocument();
  expect(row.getByText('application')).toBeInTheDocument();
  expect(row.getByText('actif')).toBeInTheDocument();
  expect(within(screen.getByRole('row', { name: /Bo Parti/ })).getByText('parti')).toBeInTheDocument();
  expect(await screen.findByText('Aucune revue n’est enregistrée.')).toBeInTheDocument();
});

it('A manager at a titulaire is asked neither for the role nor for the body', async () => {
  let sent: unknown;
  const session = aSessionOf('chefTitulaire', 'lireAFaire', 'lireReferentiel', 'tenirComptes');
  session.utilisateur.titulaire = { id: 'ta', nom: 'Association A' };
  server.use(
    http.get('/api/v1/comptes', ({ response }) => response(200).json({ elements: [], lien: null })),
    http.get('/api/v1/services-referents', ({ response }) =>
      response(200).json({ elements: [], lien: null }),
    ),
    http.get('/api/v1/comptes/{id}', ({ response }) => response(200).json(unCompte({ etat: 'invite' }))),
    http.post('/api/v1/comptes', async ({ request, response }) => {
      sent = await request.json();
      return response(201).json(unCompte({ etat: 'invite' }));
    }),
  );
  const { user, router } = renderApp('/comptes', session);
  await user.click(await screen.findByRole('button', { name: 'Inviter une personne' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByLabelText(/Rôle/)).not.toBeInTheDocument();
  await user.type(dialog.getByLabelText(/Nom/), 'Alix Intervenant');
  await user.type(dialog.getByLabelText(/Adresse de courriel/), 'alix@titulaire-a.example');
  await user.click(dialog.getByRole('button', { name: 'Envoyer l’invitation' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Alix Intervenant' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe(`/comptes/${unCompte().id}`);
  expect(sent).toMatchObject({ role: 'intervenant', titulaireId: 'ta', serviceReferentId: null, fin: null });
});

it('An account is deactivated as it was seen, once it is confirmed', async () => {
  let version: string | null = null;
  server.use(
    http.get('/api/v1/comptes/{id}', ({ response }) =>
      response.untyped(HttpResponse.json(unCompte(), { headers: { ETag: '"3"' } })),
    ),
    http.post('/api/v1/comptes/{id}/desactivation', ({ request, response }) => {
      version = request.headers.get('If-Match');
      return response(200).json(unCompte({ etat: 'desactive' }));
    }),
  );
  const { user } = renderApp(`/comptes/${unCompte().id}`, admin());
  await user.click(await screen.findByRole('button', { name: 'Désactiver' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Désactiver' }));
  expect(await screen.findByText('Compte désactivé.')).toBeInTheDocument();
  expect(version).toBe('"3"');
});
