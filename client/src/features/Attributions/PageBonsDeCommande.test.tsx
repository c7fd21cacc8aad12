import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';

it('The orders that wait for their reception are asked by the address', async () => {
  let asked: URLSearchParams | undefined;
  server.use(
    http.get('/api/v1/titulaires', ({ response }) => response(200).json({ elements: [], lien: null })),
    http.get('/api/v1/bons-de-commande', ({ request, response }) => {
      asked = new URL(request.url).searchParams;
      return response(200).json({
        elements: [
          {
            id: 'b282',
            numero: 'BC-34-1-0282',
            etat: 'emis',
            emisLe: '2022-11-21',
            recuLe: null,
            lot: '1',
            titulaire: { id: 'tb', nom: 'Association B' },
            beneficiaireNom: 'Verdanson',
            beneficiairePrenom: 'Colette',
            commune: 'Adissan',
            avecGestion: true,
            dureeMois: 12,
            forfait: 'nonDu',
            deplacements: 0,
            version: '5',
          },
        ],
        lien: null,
      });
    }),
  );
  renderApp('/bons-de-commande?etat=emis');
  expect(await screen.findByRole('link', { name: 'BC-34-1-0282' })).toHaveAttribute(
    'href',
    '/bons-de-commande/b282',
  );
  expect(screen.getByRole('row', { name: /Verdanson/ })).toHaveTextContent('avec gestion, 12 mois');
  expect(Object.fromEntries(asked ?? [])).toEqual({ etat: 'emis' });
});
