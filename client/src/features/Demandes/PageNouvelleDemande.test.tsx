import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aDemande, references } from './testing';

async function fill(user: ReturnType<typeof renderApp>['user']) {
  await user.type(await screen.findByLabelText(/^Commune de résidence/, { selector: 'input' }), '34230');
  await screen.findByRole('option', { name: 'Adissan (34230)' });
  await user.keyboard('{Enter}');
  await user.type(screen.getByLabelText(/^Nom/), 'Verdanson');
  await user.type(screen.getByLabelText(/^Prénom/), 'Colette');
  await user.type(screen.getByLabelText(/^Date de naissance/), '25/04/1985');
  await user.type(screen.getByLabelText(/^Accord de la personne/), '08/11/2022');
  await user.type(screen.getByLabelText(/^Service référent/, { selector: 'input' }), 'ccas{Enter}');
  await user.type(screen.getByLabelText('Prestations perçues', { selector: 'input' }), 'rsa{Enter}');
  await user.click(screen.getByRole('button', { name: 'Oui aux cinq' }));
}

it('A Demande is filed from the keyboard, under one key, and leads to its page', async () => {
  const sent: { body: unknown; key: string | null }[] = [];
  server.use(
    ...references,
    http.post('/api/v1/demandes', async ({ request, response }) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
      return response(201).json(aDemande({ etat: 'deposee', avis: [] }));
    }),
    http.get('/api/v1/demandes/{id}', ({ response }) => response(200).json(aDemande({ etat: 'deposee' }))),
  );
  const { user, router } = renderApp('/demandes/nouvelle');
  await fill(user);
  expect(screen.getByText(/zone rurale \(démonstration\)/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Déposer la demande' }));

  expect(await screen.findByText('Demande D-2022-0533 déposée.')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/demandes/d1');
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[0]?.body).toMatchObject({
    communeInsee: '34002',
    beneficiaire: { nom: 'Verdanson', prenom: 'Colette', dateNaissance: '1985-04-25' },
    dateAccord: '2022-11-08',
    serviceReferentId: 's1',
    prestations: ['D271-2-17'],
    eligibilite: { majeur: true, capableDeSEngager: true },
    gestionSouhaitee: null,
  });
});

it('A refusal stands beside its field', async () => {
  const why = 'L’accord de la personne doit précéder le dépôt, ou être du même jour.';
  server.use(
    ...references,
    http.post('/api/v1/demandes', ({ response }) =>
      response(400).json(aRefusal(400, 'demande.accord-apres-depot', why, 'dateAccord')),
    ),
  );
  const { user } = renderApp('/demandes/nouvelle');
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Déposer la demande' }));
  expect(await screen.findByLabelText(/^Accord de la personne/)).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});

it('Nothing is sent while something compulsory is missing', async () => {
  server.use(...references);
  const { user } = renderApp('/demandes/nouvelle');
  await user.click(await screen.findByRole('button', { name: 'Déposer la demande' }));
  expect(screen.getByText('Choisissez la commune de résidence.')).toBeInTheDocument();
  expect(screen.getAllByText('Répondez oui ou non.')).toHaveLength(5);
});

it('A person known already is found while the name is typed, and chosen', async () => {
  let sent: unknown;
  server.use(
    ...references,
    http.get('/api/v1/beneficiaires', ({ response }) =>
      response(200).json({
        elements: [
          {
            id: 'b0',
            nom: 'VERDANSON',
            prenom: 'Colette',
            dateNaissance: '1985-04-25',
            commune: 'Agde',
            mesuresEnCours: 0,
            mesuresTerminees: 1,
            moisUtilises: 36,
            moisMax: 48,
          },
        ],
        lien: null,
      }),
    ),
    http.post('/api/v1/demandes', async ({ request, response }) => {
      sent = await request.json();
      return response(201).json(aDemande({ etat: 'deposee', avis: [] }));
    }),
    http.get('/api/v1/demandes/{id}', ({ response }) => response(200).json(aDemande({ etat: 'deposee' }))),
  );
  const { user } = renderApp(
    '/demandes/nouvelle',
    aSessionOf('agent', 'lireDemandes', 'deposerDemande', 'lireBeneficiaires'),
  );
  await fill(user);
  expect(await screen.findByText('Cette personne est-elle déjà connue ?')).toBeInTheDocument();
  expect(screen.getByLabelText(/homonyme né le même jour/)).not.toBeChecked();
  await user.click(screen.getByRole('button', { name: /^C’est elle/ }));
  expect(screen.getByLabelText(/^Nom/)).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Déposer la demande' }));
  expect(await screen.findByText('Demande D-2022-0533 déposée.')).toBeInTheDocument();
  expect(sent).toMatchObject({ beneficiaire: null, beneficiaireId: 'b0', homonyme: false });
});
