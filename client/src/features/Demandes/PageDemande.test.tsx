import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Demande } from './demandes';
import { aDemande, aRefusal, references } from './testing';

const decideur = aSessionOf('decideur', 'lireDemandes', 'lireCommissions', 'decider', 'attribuer');

function serve(demande: Demande) {
  server.use(
    ...references,
    http.get('/api/v1/demandes/{id}', ({ response }) =>
      response(200).json(demande, { headers: { ETag: '"7"' } }),
    ),
  );
}

it('A favourable Decision that follows the Avis asks for no reason', async () => {
  serve(aDemande());
  let sent: unknown;
  let version: string | null = null;
  server.use(
    http.post('/api/v1/demandes/{id}/decision', async ({ request, response }) => {
      sent = await request.json();
      version = request.headers.get('If-Match');
      return response(201).json(aDemande({ etat: 'acceptee' }));
    }),
  );
  const { user } = renderApp('/demandes/d1', decideur);
  expect(await screen.findByRole('radio', { name: '12' })).toBeChecked();
  expect(screen.queryByLabelText(/s’écarte de l’avis/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: '18' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer la décision' }));
  expect(await screen.findByText('Décision enregistrée.')).toBeInTheDocument();
  expect(version).toBe('"7"');
  expect(sent).toMatchObject({
    sens: 'favorable',
    avecGestion: true,
    dureeMois: 18,
    date: '2022-11-24',
    motifDivergence: null,
  });
});

it('A refusal against the Avis asks why, in fact and in law', async () => {
  serve(aDemande());
  const { user } = renderApp('/demandes/d1', decideur);
  await user.click(await screen.findByRole('radio', { name: 'Défavorable' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer la décision' }));
  expect(screen.getByLabelText(/s’écarte de l’avis/)).toBeInvalid();
  expect(screen.getByLabelText(/^Motifs de fait/)).toBeInvalid();
  expect(screen.getByLabelText(/^Fondement en droit/)).toBeInvalid();
  expect(screen.queryByRole('radio', { name: '12' })).toBeNull();
});

it('A favourable Decision in spite of a no asks why', async () => {
  const { eligibilite } = aDemande();
  serve(aDemande({ eligibilite: { ...eligibilite, majeur: false, allYes: false } }));
  renderApp('/demandes/d1', decideur);
  expect(await screen.findByLabelText(/bien que non : « La personne est majeure »/)).toBeInTheDocument();
});

it('A Decision that a rule refuses is told beside its field', async () => {
  serve(aDemande({ dureeSouhaitee: 25 }));
  const why = 'La durée d’un contrat va de 6 à 24 mois (R2, art. 2).';
  server.use(
    http.post('/api/v1/demandes/{id}/decision', ({ response }) =>
      response(409).json(aRefusal(409, 'contrat.duree-hors-bornes', why, 'dureeMois')),
    ),
  );
  const { user } = renderApp('/demandes/d1', decideur);
  await user.click(await screen.findByRole('button', { name: 'Enregistrer la décision' }));
  expect(await screen.findByLabelText(/^Nombre de mois/)).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});

it('An agent sees that the Decision is awaited and cannot take it', async () => {
  serve(aDemande());
  renderApp('/demandes/d1');
  expect(await screen.findByText(/le département doit décider/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Enregistrer la décision' })).toBeNull();
});
