import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aCommission, aPoint } from '@/testing/commission';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';

const points = [aPoint(1, 'Verdanson'), aPoint(2, 'Salagosse')];

it('Two opinions are given by the keyboard alone, saved row by row, and the adjourned one says that it comes back', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('/api/v1/commissions/{id}', ({ response }) => response(200).json(aCommission(points))),
    http.post('/api/v1/commissions/{id}/avis', async ({ request, response }) => {
      const body = await request.json();
      sent.push(body);
      const { demandeId, sens, motif } = body;
      return response(201).json({
        demandeId,
        etat: sens === 'ajourne' ? 'ajournee' : 'avisRendu',
        avis: { commissionId: 'c1', date: '2022-11-24', sens, motif },
      });
    }),
  );
  const { user } = renderApp('/commissions/c1');
  const first = await screen.findByRole('group', { name: 'Avis sur Verdanson Colette' });
  within(first).getByRole('radio', { name: 'Favorable' }).focus();

  await user.keyboard('f');
  expect(screen.getByLabelText('Motif de l’avis sur Verdanson Colette')).toHaveFocus();
  await user.keyboard('Adhésion{Enter}');
  expect(await screen.findByText('depuis : à décider')).toBeInTheDocument();

  const second = screen.getByRole('group', { name: 'Avis sur Salagosse Colette' });
  expect(within(second).getByRole('radio', { name: 'Favorable' })).toHaveFocus();
  await user.keyboard('aPièces manquantes{Enter}');
  expect(await screen.findByText('revient à la prochaine séance')).toBeInTheDocument();
  expect(sent).toEqual([
    { demandeId: 'd1', sens: 'favorable', motif: 'Adhésion' },
    { demandeId: 'd2', sens: 'ajourne', motif: 'Pièces manquantes' },
  ]);
});

it('An opinion that is refused says why in its own row', async () => {
  server.use(
    http.get('/api/v1/commissions/{id}', ({ response }) => response(200).json(aCommission(points))),
    http.post('/api/v1/commissions/{id}/avis', ({ response }) =>
      response(409).json(
        aRefusal(
          409,
          'avis.deja-rendu',
          'Cette séance a déjà rendu son avis sur cette demande.',
          'demandeId',
        ),
      ),
    ),
  );
  const { user } = renderApp('/commissions/c1');
  await user.type(await screen.findByLabelText('Motif de l’avis sur Verdanson Colette'), 'Adhésion{Enter}');
  expect(screen.getByText('Choisissez l’avis : F, D ou A.')).toBeInTheDocument();
  const row = within(screen.getByRole('row', { name: /Verdanson/ }));
  await user.click(row.getByRole('radio', { name: 'Défavorable' }));
  await user.click(row.getByRole('button', { name: 'Enregistrer' }));
  expect(await row.findByRole('alert')).toHaveTextContent('avis.deja-rendu');
});

it('Who may not hold the session reads it', async () => {
  server.use(http.get('/api/v1/commissions/{id}', ({ response }) => response(200).json(aCommission(points))));
  renderApp('/commissions/c1', aSessionOf('comptable', 'lireCommissions'));
  expect(await screen.findByText(/2 avis à rendre/)).toBeInTheDocument();
  expect(screen.queryByRole('radio')).toBeNull();
});
