import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { readTarif, readValues, toParams } from './calculTarif';

it('A contract is priced month by month, and what is not due says why', async () => {
  let asked: unknown;
  server.use(
    http.post('/api/v1/calculs/tarif', async ({ request, response }) => {
      asked = await request.json();
      const month = { type: 'SGU', prixUnitaire: 202.57, trimestre: '2022-T1' } as const;
      return response(200).json({
        mois: [
          {
            ...month,
            numero: 1,
            debut: '2022-01-10',
            fin: '2022-02-09',
            du: true,
            montant: 202.57,
            motif: 'mois entier',
          },
          {
            ...month,
            numero: 2,
            debut: '2022-02-10',
            fin: '2022-02-23',
            du: false,
            montant: 0,
            motif: '14 jours servis',
          },
        ],
        lignes: [{ type: 'SGU', quantite: 1, prixUnitaire: 202.57, montant: 202.57 }],
        total: 202.57,
      });
    }),
  );
  const { user } = renderApp('/simulateur/tarif');
  await user.type(await screen.findByLabelText(/^Signature/), '10/01/2022');
  await user.type(screen.getByLabelText(/^Fin prévue/), '09/07/2022');
  await user.click(screen.getByRole('button', { name: 'Calculer' }));

  const months = within(await screen.findByRole('table', { name: 'Mois-mesure' }));
  expect(months.getByRole('row', { name: /14 jours servis/ })).toHaveTextContent('non dû');
  expect(screen.getByRole('status')).toHaveTextContent('202,57\u202f€', { normalizeWhitespace: false });
  expect(asked).toMatchObject({
    debut: '2022-01-10',
    finPrevue: '2022-07-09',
    avecGestion: false,
    zone: 'urbaine',
  });
});

it('An address holds suspensions and changes, there and back', () => {
  const search = {
    debut: '2022-01-10',
    finPrevue: '2022-07-09',
    suspensions: '2022-03-01_2022-03-20,2022-05-01_2022-05-10',
    changements: '2022-04-10_oui_,2022-06-10__rurale',
  };
  expect(toParams(readValues(search))).toMatchObject(search);
  expect(readTarif(search)).toMatchObject({
    suspensions: [
      { debut: '2022-03-01', fin: '2022-03-20' },
      { debut: '2022-05-01', fin: '2022-05-10' },
    ],
    changements: [
      { date: '2022-04-10', avecGestion: true, zone: null },
      { date: '2022-06-10', avecGestion: null, zone: 'rurale' },
    ],
  });
});

it('Nothing is asked while a date is missing', () => {
  expect(readTarif({ debut: '2022-01-10' })).toBeNull();
});
