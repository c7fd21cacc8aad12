import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';

const comptable = aSessionOf('comptable', 'lireReferentiel', 'fixerBareme');
const prices = { sgu: 202.57, agu: 212.57, sgr: 212.57, agr: 222.57, forfait: 60 };

beforeEach(() =>
  server.use(
    http.get('/api/v1/baremes', ({ response }) =>
      response(200).json({
        elements: [
          { id: '3', reference: 'Arrêté 2023', debut: '2023-01-01', ...prices },
          { id: '2', reference: 'Arrêté 2022', debut: '2022-01-01', ...prices },
          { id: '1', reference: 'Tarifs 2021', debut: '2021-01-01', ...prices },
        ],
        lien: null,
      }),
    ),
  ),
);

it('The list says which prices hold today, and an agent sets none', async () => {
  renderApp('/baremes');
  const rows = (await screen.findAllByRole('row')).slice(1).map((row) => row.textContent);
  expect(rows[0]).toContain('à venir');
  expect(rows[1]).toContain('en vigueur');
  expect(rows[2]).toContain('remplacé');
  expect(screen.queryByRole('button', { name: 'Fixer un barème' })).toBeNull();
});

it('A date that the API refuses is said beside its field', async () => {
  let sent: unknown;
  server.use(
    http.post('/api/v1/baremes', async ({ request, response }) => {
      sent = await request.json();
      return response.untyped(
        HttpResponse.json(
          {
            status: 409,
            title: 'Refusé par une règle',
            code: 'bareme.existant',
            errors: { debut: [{ code: 'bareme.existant', message: 'Un barème commence déjà ce jour-là.' }] },
          },
          { status: 409 },
        ),
      );
    }),
  );
  const { user } = renderApp('/baremes', comptable);
  await user.click(await screen.findByRole('button', { name: 'Fixer un barème' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Référence de l’arrêté/), 'Arrêté 2023 bis');
  await user.type(dialog.getByLabelText(/Premier jour/), '01/01/2023');
  for (const name of [
    /Sans gestion, urbaine/,
    /Avec gestion, urbaine/,
    /Sans gestion, rurale/,
    /Avec gestion, rurale/,
    /Forfait/,
  ]) {
    await user.type(dialog.getByLabelText(name), '210,5');
  }
  await user.click(dialog.getByRole('button', { name: 'Fixer le barème' }));
  expect(await dialog.findByText('Un barème commence déjà ce jour-là.')).toBeInTheDocument();
  expect(dialog.getByLabelText(/Premier jour/)).toBeInvalid();
  expect(sent).toEqual({
    reference: 'Arrêté 2023 bis',
    debut: '2023-01-01',
    sgu: 210.5,
    agu: 210.5,
    sgr: 210.5,
    agr: 210.5,
    forfait: 210.5,
  });
});
