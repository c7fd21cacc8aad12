import { screen, waitFor } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';

async function search(text: string) {
  const app = renderApp('/a-faire');
  await screen.findByRole('heading', { level: 1, name: 'À faire' });
  await app.user.keyboard('{Control>}k{/Control}');
  await app.user.type(await screen.findByLabelText('Rechercher'), text);
  return app;
}

it('Ctrl K finds a measure by the name of its person, and a commune leads to its measures', async () => {
  server.use(
    http.get('/api/v1/recherche', ({ response }) =>
      response(200).json({
        elements: [
          { type: 'mesure', cle: 'm1', libelle: '34-2022-0412', detail: 'Louise Martin, lot 1' },
          { type: 'commune', cle: '34002', libelle: 'Adissan', detail: '34230' },
        ],
        lien: null,
      }),
    ),
  );
  const { user, router } = await search('martin');
  expect(await screen.findByText(/lot 1/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Adissan/ }));
  await waitFor(() => expect(router.state.location.href).toBe('/mesures?commune=34002'));
});

it('A search that fails says so, and pages are still found', async () => {
  server.use(
    http.get('/api/v1/recherche', ({ response }) =>
      response.untyped(HttpResponse.json({ title: 'Erreur interne', code: 'interne' }, { status: 500 })),
    ),
  );
  await search('zzzz');
  expect(await screen.findByText('La recherche ne répond pas.')).toBeInTheDocument();
});
