import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aHeardCommission, anApercu, anAttribution, aTour } from './testing';

const decideur = aSessionOf(
  'decideur',
  'attribuer',
  'attribuerManuellement',
  'lireCommissions',
  'lireDemandes',
);

it('A whole session is previewed, then allocated by one button, and says who got what', async () => {
  let waiting = [anApercu()];
  server.use(
    http.get('/api/v1/commissions/{id}', ({ response }) => response(200).json(aHeardCommission())),
    http.get('/api/v1/commissions/{id}/attributions/apercu', ({ response }) =>
      response(200).json({ apercus: waiting }),
    ),
    http.post('/api/v1/commissions/{id}/attributions', ({ response }) => {
      waiting = [];
      return response(201).json({ attributions: [anAttribution()] });
    }),
  );
  const { user } = renderApp('/attributions?commissionId=c1', decideur);
  const preview = within(await screen.findByRole('table', { name: 'Qui serait servi, dans l’ordre' }));
  expect(preview.getByRole('row', { name: /Verdanson/ })).toHaveTextContent(
    'le moins servi (140 contre 141)',
  );
  await user.click(screen.getByRole('button', { name: 'Attribuer la séance (1)' }));
  const served = within(await screen.findByRole('table', { name: 'Attribué à l’instant' }));
  expect(served.getByRole('link', { name: 'BC-34-1-0282' })).toBeInTheDocument();
  expect(await screen.findByText('1 mesure attribuée.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Attribuer la séance/ })).toBeNull();
});

it('A turn that a rule refuses keeps its button, with the reason', async () => {
  server.use(
    http.get('/api/v1/demandes/{id}/attribution/apercu', ({ response }) =>
      response(200).json({
        apercus: [
          anApercu({ titulaire: null, explication: null, refus: 'Cette demande est déjà attribuée.' }),
        ],
      }),
    ),
    http.get('/api/v1/lots/{code}/tour-de-role', ({ response }) => response(200).json(aTour())),
  );
  renderApp('/attributions/demandes/d1', decideur);
  const button = await screen.findByRole('button', { name: 'Attribuer' });
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription('Attribuer : Cette demande est déjà attribuée.');
});

function serveOne() {
  server.use(
    http.get('/api/v1/demandes/{id}/attribution/apercu', ({ response }) =>
      response(200).json({ apercus: [anApercu()] }),
    ),
    http.get('/api/v1/lots/{code}/tour-de-role', ({ response }) => response(200).json(aTour())),
  );
}

it('A manual choice says its category and its reason, and its refusal stays in its dialog', async () => {
  serveOne();
  let sent: unknown;
  server.use(
    http.post('/api/v1/demandes/{id}/attribution', async ({ request, response }) => {
      sent = await request.json();
      return response(409).json(aRefusal(409, 'attribution.deja-faite', 'Cette demande est déjà attribuée.'));
    }),
  );
  const { user } = renderApp('/attributions/demandes/d1', decideur);
  await user.click(await screen.findByRole('button', { name: 'Choisir un titulaire' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByLabelText(/^Titulaire/, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: 'Association A' }));
  await user.click(dialog.getByRole('radio', { name: 'même foyer' }));
  await user.type(dialog.getByLabelText(/^Motif/), 'Conjoint suivi');
  await user.click(dialog.getByRole('button', { name: 'Attribuer par choix' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('attribution.deja-faite');
  expect(sent).toEqual({ titulaireId: 'ta', categorie: 'memeFoyer', motif: 'Conjoint suivi' });
});

it('Who may only allocate in turn is not offered a choice', async () => {
  serveOne();
  renderApp('/attributions/demandes/d1', aSessionOf('agent', 'attribuer'));
  await screen.findByRole('button', { name: 'Attribuer à Association B' });
  expect(screen.queryByRole('button', { name: 'Choisir un titulaire' })).toBeNull();
});
