import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aCommission, aPoint } from '@/testing/commission';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';

function serveList() {
  server.use(
    http.get('/api/v1/commissions', ({ response }) =>
      response(200).json({
        elements: [
          { id: 'c1', date: '2022-11-24', points: 18, sansAvis: 2, aDecider: 9, aAttribuer: 7 },
          { id: 'c0', date: '2022-11-17', points: 12, sansAvis: 0, aDecider: 0, aAttribuer: 0 },
        ],
        lien: null,
      }),
    ),
  );
}

it('Each session tells what is left to do', async () => {
  serveList();
  renderApp('/commissions');
  const row = await screen.findByRole('row', { name: /jeudi 24 novembre 2022/ });
  expect(row).toHaveTextContent('2 avis à rendre · 9 décisions à prendre · 7 demandes à attribuer');
  expect(screen.getByRole('row', { name: /jeudi 17 novembre 2022/ })).toHaveTextContent('terminée');
});

it('A session is opened and leads to its agenda', async () => {
  serveList();
  server.use(
    http.post('/api/v1/commissions', ({ response }) =>
      response(201).json(aCommission([aPoint(1, 'Verdanson')])),
    ),
    http.get('/api/v1/commissions/{id}', ({ response }) =>
      response(200).json(aCommission([aPoint(1, 'Verdanson')])),
    ),
  );
  const { user, router } = renderApp('/commissions');
  await user.click(await screen.findByRole('button', { name: 'Ouvrir une séance' }));
  await user.type(await screen.findByLabelText(/^Date de la séance/), '24/11/2022{Enter}');
  expect(await screen.findByText('Séance du 24 nov. 2022 ouverte : 1 point.')).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/commissions/c1');
});

it('A second session on the same day is refused beside its date', async () => {
  serveList();
  const why = 'Une séance est déjà ouverte à cette date.';
  server.use(
    http.post('/api/v1/commissions', ({ response }) =>
      response(409).json(aRefusal(409, 'commission.deja-ouverte', why, 'date')),
    ),
  );
  const { user } = renderApp('/commissions');
  await user.click(await screen.findByRole('button', { name: 'Ouvrir une séance' }));
  await user.type(await screen.findByLabelText(/^Date de la séance/), '24/11/2022');
  await user.click(screen.getByRole('button', { name: 'Ouvrir la séance' }));
  expect(await screen.findByLabelText(/^Date de la séance/)).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});
