import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Relais } from './relais';

const agent = aSessionOf(
  'agent',
  'lireAFaire',
  'lireRelais',
  'passerRelais',
  'tenirRencontreDeRelais',
  'lireMesures',
);

function aRelais(changes: Partial<Relais> = {}): Relais {
  const ligne = {
    explication: 'Un mois-mesure commence le 10 déc. 2022 : la mesure passe ce jour-là (R24, R36).',
    ancien: 'Alix Petit',
    rencontrePersonneLe: null,
    date: '2022-12-10',
  };
  return {
    id: 'r1',
    etendue: 'lot',
    cedant: { id: 'ta', nom: 'Association A' },
    repreneur: { id: 'tb', nom: 'Association B' },
    lot: '1',
    demandee: '2022-12-10',
    prevuLe: '2022-11-20',
    motif: 'Équipe réduite',
    resteEquipes: 1,
    restePersonne: 1,
    mesures: [
      { ...ligne, mesureId: 'm1', numero: '34-2022-0412', rencontreEquipesLe: null, reste: 'equipes' },
      {
        ...ligne,
        mesureId: 'm2',
        numero: '34-2022-0413',
        rencontreEquipesLe: '2022-11-22',
        reste: 'personne',
      },
    ],
    version: '1',
    ...changes,
  };
}

it('A meeting is offered for the measures that wait for that very one', async () => {
  let logged: unknown;
  server.use(
    http.get('/api/v1/relais/{id}', ({ response }) => response(200).json(aRelais())),
    http.post('/api/v1/relais/{id}/rencontres', async ({ request, response }) => {
      logged = await request.json();
      return response(200).json(aRelais());
    }),
  );
  const { user } = renderApp('/relais/r1', agent);

  await user.click(await screen.findByRole('checkbox', { name: 'Choisir 34-2022-0412' }));
  expect(screen.getByRole('button', { name: /Personnes rencontrées/ })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: /Équipes réunies/ }));
  expect(await screen.findByText('Rencontre enregistrée.')).toBeVisible();
  expect(logged).toEqual({ mesures: ['m1'], rencontre: 'equipes' });
});

it('What is left to hold is told for the whole and beside each measure', async () => {
  server.use(http.get('/api/v1/relais/{id}', ({ response }) => response(200).json(aRelais())));
  renderApp('/relais/r1', agent);

  const row = await screen.findByRole('row', { name: /34-2022-0413/ });
  expect(row).toHaveTextContent('22 nov. 2022');
  expect(row).toHaveTextContent('à tenir');
  expect(row).toHaveTextContent('Alix Petit');
});
