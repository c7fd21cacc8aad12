import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';

it('What waits leads to its record, says since when, and where the rest is', async () => {
  server.use(
    http.get('/api/v1/a-faire', ({ response }) =>
      response(200).json({
        aujourdhui: '2022-11-24',
        sections: [
          {
            nature: 'demandesAAttribuer',
            titre: 'Décisions favorables à attribuer',
            nombre: 9,
            elements: [
              {
                type: 'demande',
                id: 'd1',
                libelle: 'D-2022-0533',
                detail: 'Décision favorable à attribuer',
                date: '2022-11-21',
                lot: '2',
              },
            ],
          },
        ],
      }),
    ),
  );
  renderApp('/a-faire');
  expect(await screen.findByRole('link', { name: 'D-2022-0533' })).toHaveAttribute('href', '/demandes/d1');
  expect(screen.getByText('il y a 3 j')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Tout voir' })).toHaveAttribute('href', '/attributions');
  expect(screen.getByRole('link', { name: '9 décisions favorables à attribuer' })).toBeInTheDocument();
});

it('Nothing that waits is said as such', async () => {
  renderApp('/a-faire');
  expect(await screen.findByText('Rien n’attend.')).toBeInTheDocument();
});

it('A server that fails says its code', async () => {
  server.use(
    http.get('/api/v1/a-faire', ({ response }) =>
      response.untyped(
        HttpResponse.json({ title: 'Erreur interne', code: 'interne', traceId: 't1' }, { status: 500 }),
      ),
    ),
  );
  renderApp('/a-faire');
  expect(await screen.findByRole('alert')).toHaveTextContent('interne');
});
