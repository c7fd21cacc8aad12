import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Avenant, Bilan, Consequences } from './suites';

const chef = aSessionOf('chefTitulaire', 'lireAFaire', 'lireMesures', 'proposerAvenant', 'transmettreBilan');

const consequences: Consequences = {
  refus: null,
  finAvant: '2023-01-09',
  finApres: '2023-03-09',
  moisAvant: 12,
  moisApres: 14,
  moisMax: 48,
  totalAvant: 2550.84,
  totalApres: 2975.98,
  mois: [
    {
      numero: 13,
      debut: '2023-01-10',
      fin: '2023-02-09',
      avant: null,
      apres: { type: 'AGU', du: true, montant: 212.57, motif: 'Mois entier servi' },
      facture: null,
    },
  ],
  bilans: [{ mois: null, avant: '2022-11-09', apres: '2023-01-06' }],
  avertissements: [],
};

it('What an avenant would do is seen before it is proposed', async () => {
  let asked: unknown;
  server.use(
    http.get('/api/v1/mesures/{id}/avenants', ({ response }) =>
      response(200).json({ elements: [] as Avenant[], lien: null }),
    ),
    http.post('/api/v1/mesures/{id}/avenants/apercu', async ({ request, response }) => {
      asked = await request.json();
      return response(200).json(consequences);
    }),
  );
  const { user } = renderApp('/mesures/m1/avenants', chef);

  await user.click(await screen.findByRole('button', { name: 'Proposer un avenant' }));
  await user.click(await screen.findByRole('button', { name: 'Voir ce qu’il ferait' }));
  expect(await screen.findByText(/12 → 14 sur 48/)).toBeVisible();
  expect(await screen.findByRole('row', { name: /13/ })).toHaveTextContent('212,57');
  expect(asked).toMatchObject({ nature: 'gestion', nouvelleFin: null });
});

it('A bilan cannot leave without its articulation', async () => {
  server.use(
    http.get('/api/v1/mesures/{id}/bilans', ({ response }) =>
      response(200).json({
        dus: [{ rang: 1, nature: 'etape', mois: 6, date: '2022-07-10', bilanId: null }],
        bilans: [] as Bilan[],
      }),
    ),
    http.get('/api/v1/mesures/{id}/bilans/prerempli', ({ response }) =>
      response(200).json({ objectifs: [], situation: 'Loyer payé', articulation: '', rencontres: 12 }),
    ),
  );
  const { user } = renderApp('/mesures/m1/bilans', chef);

  await user.click(await screen.findByRole('button', { name: 'Écrire un bilan' }));
  expect(await screen.findByLabelText('Rencontres depuis le bilan précédent')).toHaveValue('12');
  await user.click(screen.getByRole('button', { name: 'Transmettre le bilan' }));
  expect(await screen.findByText('Précisez l’articulation avec les autres mesures.')).toBeVisible();
});
