import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aDemande } from './testing';

function serveList(asked: URLSearchParams[] = []) {
  const demande = aDemande();
  server.use(
    http.get('/api/v1/demandes', ({ request, response }) => {
      asked.push(new URL(request.url).searchParams);
      return response(200).json({
        elements: [
          {
            ...demande,
            beneficiaireId: 'b1',
            beneficiaireNom: 'Verdanson',
            beneficiairePrenom: 'Colette',
            serviceReferent: { id: 's1', nom: 'CCAS du Littoral' },
            avis: 'favorable',
            decision: null,
          },
        ],
        lien: null,
      });
    }),
  );
  return asked;
}

it('The filters of the address are asked of the API, and a row leads to its Demande', async () => {
  const asked = serveList();
  renderApp('/demandes?etat=avisRendu&lot=1&recherche=verd');
  const link = await screen.findByRole('link', { name: 'D-2022-0533' });
  expect(link).toHaveAttribute('href', '/demandes/d1?lot=1');
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({ etat: 'avisRendu', lot: '1', recherche: 'verd' });
});

it('Who may not file a Demande does not see the act', async () => {
  serveList();
  renderApp('/demandes', aSessionOf('comptable', 'lireDemandes'));
  await screen.findByRole('link', { name: 'D-2022-0533' });
  expect(screen.queryByRole('button', { name: 'Déposer une demande' })).toBeNull();
});

it('A refused list says why', async () => {
  server.use(
    http.get('/api/v1/demandes', ({ response }) =>
      response(400).json(aRefusal(400, 'requete.invalide', 'Un paramètre est mal formé.'), {
        headers: { 'content-type': 'application/problem+json' },
      }),
    ),
  );
  renderApp('/demandes?lot=1');
  expect(await screen.findByRole('alert')).toHaveTextContent('Un paramètre est mal formé.');
});
