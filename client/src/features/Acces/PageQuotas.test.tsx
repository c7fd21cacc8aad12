import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';

const admin = aSessionOf('administrateur', 'tenirQuotas');
const alerte = {
  id: 'a1',
  instant: '2022-11-24T13:05:00Z',
  nature: 'dossiers',
  utilisateurId: 'u1',
  nom: 'Alix Intervenant',
  role: 'intervenant',
  limite: 120,
  acquitteeLe: null,
} as const;

let acknowledged: string[];

beforeEach(() => {
  acknowledged = [];
  server.use(
    http.get('/api/v1/quotas', ({ response }) =>
      response(200).json({
        elements: [
          { role: 'intervenant', nature: 'dossiers', limite: 120, habituelle: 120 },
          { role: 'agent', nature: 'exports', limite: 90, habituelle: 60 },
        ],
        lien: null,
      }),
    ),
    http.get('/api/v1/alertes', ({ response }) =>
      response(200).json({
        elements: [
          { ...alerte, acquitteeLe: acknowledged.length > 0 ? '2022-11-24T14:00:00Z' : null },
          { ...alerte, id: 'a2', nature: 'connexions', nom: null, role: 'integrateur' },
        ],
        lien: null,
      }),
    ),
    http.post('/api/v1/alertes/{id}/acquittement', ({ params, response }) => {
      acknowledged.push(params.id);
      return response(204).empty();
    }),
  );
});

it('An alert says who and how much, and is marked as seen', async () => {
  const { user } = renderApp('/quotas', admin);
  const row = await screen.findByRole('row', { name: /Alix Intervenant/ });
  expect(row).toHaveTextContent('Dossiers ouverts');
  expect(row).toHaveTextContent('120');
  expect(screen.getByRole('row', { name: /Programme Programme intégrateur/ })).toHaveTextContent(
    'Connexions échouées',
  );
  await user.click(within(row).getByRole('button', { name: 'Marquer comme vue' }));
  expect(await screen.findByText(/vue le 24 nov. 2022/)).toBeInTheDocument();
  expect(acknowledged).toEqual(['a1']);
});

it('A limit is changed, and one that the API refuses is said beside its field', async () => {
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/quotas', async ({ request, response }) => {
      const body = await request.json();
      sent.push(body);
      if (body.limite <= 1_000_000) return response(204).empty();
      return response.untyped(
        HttpResponse.json(
          {
            status: 400,
            title: 'Demande mal formée',
            code: 'quota.limite',
            errors: {
              limite: [{ code: 'quota.limite', message: 'Une limite va de 1 à 1 000 000 par heure.' }],
            },
          },
          { status: 400 },
        ),
      );
    }),
  );
  const { user } = renderApp('/quotas', admin);
  await user.click(
    await screen.findByRole('button', { name: 'Changer la limite : Intervenant, Dossiers ouverts' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  const field = dialog.getByLabelText(/Par heure et par compte/);
  await user.clear(field);
  await user.type(field, '2000000');
  await user.click(dialog.getByRole('button', { name: 'Fixer la limite' }));
  expect(await dialog.findByText('Une limite va de 1 à 1 000 000 par heure.')).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, '150');
  await user.click(dialog.getByRole('button', { name: 'Fixer la limite' }));
  expect(await screen.findByText('Limite fixée.')).toBeInTheDocument();
  expect(sent).toEqual([
    { role: 'intervenant', nature: 'dossiers', limite: 2000000 },
    { role: 'intervenant', nature: 'dossiers', limite: 150 },
  ]);
});
