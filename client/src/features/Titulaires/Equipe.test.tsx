import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';
import { renderApp } from '@/testing/render';
import type { Charge } from './equipe';

const chef = aSession({
  utilisateur: {
    ...aSession().utilisateur,
    role: 'chefTitulaire',
    titulaire: { id: 'ta', nom: 'Association A' },
  },
  actes: [
    'lireAFaire',
    'lireReferentiel',
    'lireMesures',
    'lireBonsDeCommande',
    'lireEquipe',
    'affecterIntervenant',
  ],
});

function aCharge(changes: Partial<Charge> = {}): Charge {
  const capacite = { etp: 1, mesures: 33, maximum: 34, alerte: null };
  return {
    titulaire: { id: 'ta', nom: 'Association A' },
    jour: '2022-11-24',
    mesuresParEtp: 34,
    equipe: {
      etp: 1.5,
      mesures: 52,
      maximum: 51,
      alerte: '52 mesures pour 51 (34 × 1,5 ETP) : au-delà de la capacité (R25, art. 5)',
    },
    intervenants: [
      {
        id: 'i1',
        nom: 'Alix Petit',
        diplome: 'conseillerEsf',
        estChef: false,
        capacite,
        absence: null,
        remplacant: null,
        entree: '2022-01-01',
        sortie: null,
      },
      {
        id: 'i2',
        nom: 'Lou Grand',
        diplome: 'educateur',
        estChef: false,
        capacite: {
          etp: 0.5,
          mesures: 18,
          maximum: 17,
          alerte: '18 mesures pour 17 (34 × 0,5 ETP) : au-delà de la capacité (R25, art. 5)',
        },
        absence: { debut: '2022-11-21', fin: '2022-12-02' },
        remplacant: 'Alix Petit',
        entree: '2022-01-01',
        sortie: null,
      },
    ],
    sansIntervenant: [
      {
        type: 'bonDeCommande',
        id: 'o1',
        numero: 'BC-34-1-0281',
        lot: '1',
        personne: 'Louise Martin',
        commune: 'Adissan',
        depuis: '2022-11-22',
      },
    ],
    mouvements: { trimestre: '2022-T4', effectifAuDebut: 2, entrees: 1, sorties: 1 },
    ...changes,
  };
}

it('The board shows the load against the capacity, who is away and who stands in', async () => {
  server.use(http.get('/api/v1/charge', ({ response }) => response(200).json(aCharge())));
  renderApp('/equipe', chef);

  const row = await screen.findByRole('row', { name: /Lou Grand/ });
  expect(row).toHaveTextContent('18 mesures pour 17');
  expect(row).toHaveTextContent('remplacé par Alix Petit');
  expect(screen.getByRole('status')).toHaveTextContent('52 mesures pour 51');
});

it('An order is given to a worker by the keyboard alone, the least charged first', async () => {
  let given: unknown;
  server.use(
    http.get('/api/v1/charge', ({ response }) => response(200).json(aCharge())),
    http.post('/api/v1/bons-de-commande/{id}/intervenant', async ({ request, response }) => {
      given = await request.json();
      return response.untyped(HttpResponse.json({}));
    }),
  );
  const { user } = renderApp('/equipe', chef);

  const choice = await screen.findByRole('combobox', { name: 'Confier BC-34-1-0281 à' });
  expect(
    within(choice)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Choisir un intervenant', 'Alix Petit (33 sur 34)', 'Lou Grand (18 sur 17)']);
  choice.focus();
  await user.selectOptions(choice, 'i1');
  expect(await screen.findByText('Intervenant désigné.')).toBeVisible();
  expect(given).toEqual({ intervenantId: 'i1' });
});
