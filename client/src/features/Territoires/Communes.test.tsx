import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { components } from '@/api/schema';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { readCsvFile } from './readCsvFile';

type Import = components['schemas']['Import'];

const adissan = {
  codeInsee: '34002',
  nom: 'Adissan',
  codesPostaux: ['34230'],
  population: 1300,
  lot: '1',
  zone: 'rurale' as const,
  demonstration: true,
};

it('The communes are asked for by Lot and Zone, and what is ours says so', async () => {
  let asked = '';
  server.use(
    http.get('/api/v1/communes', ({ request, response }) => {
      asked = new URL(request.url).search;
      return response(200).json({ elements: [adissan], lien: null });
    }),
  );
  renderApp('/communes?lot=1&zone=rurale');
  expect(await screen.findByRole('cell', { name: 'démonstration' })).toBeInTheDocument();
  expect(asked).toBe('?lot=1&zone=rurale&taille=100');
});

const csv = 'codeInsee;nom;codesPostaux;population;lot;zone\n34002;Adissan;34230;1300;1;rurale';
const ligne = { ligne: 2, codeInsee: '34002', nom: 'Adissan', erreurs: [] };
const apercu: Import = {
  lignes: [{ ...ligne, etat: 'modifiee' }],
  nouvelles: 0,
  modifiees: 1,
  inchangees: 0,
  refusees: 0,
  applique: false,
};

async function paste() {
  const { user, router } = renderApp('/communes/import');
  await user.click(await screen.findByRole('textbox', { name: 'Contenu' }));
  await user.paste(csv);
  await user.click(screen.getByRole('button', { name: 'Voir ce que ferait l’import' }));
  return { user, router };
}

it('A list is looked at, then imported as it was looked at', async () => {
  let imported: unknown;
  server.use(
    http.post('/api/v1/communes/import/apercu', ({ response }) => response(200).json(apercu)),
    http.post('/api/v1/communes/import', async ({ request, response }) => {
      imported = await request.json();
      return response(201).json({ ...apercu, applique: true });
    }),
    http.get('/api/v1/communes', ({ response }) => response(200).json({ elements: [adissan], lien: null })),
  );
  const { user, router } = await paste();
  await user.click(await screen.findByRole('button', { name: 'Importer la liste' }));
  expect(await screen.findByText('1 commune importée.')).toBeInTheDocument();
  expect(imported).toEqual({ csv, debut: '2022-11-24' });
  expect(router.state.location.pathname).toBe('/communes');
});

it('One refused line keeps the whole list out, and says its number and what to correct', async () => {
  server.use(
    http.post('/api/v1/communes/import/apercu', ({ response }) =>
      response(200).json({
        ...apercu,
        lignes: [
          {
            ...ligne,
            etat: 'refusee',
            erreurs: [{ champ: 'lot', code: 'commune.lot-inconnu', message: 'ce lot n’est pas connu.' }],
          },
        ],
        modifiees: 0,
        refusees: 1,
      }),
    ),
  );
  await paste();
  expect(await screen.findByText(/ce lot n’est pas connu/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Importer la liste' })).toHaveAccessibleDescription(
    /1 ligne est refusée : rien n’est importé à moitié/,
  );
});

it('A file of a French spreadsheet keeps its accents, in UTF-8 and in Windows-1252', async () => {
  const file = (bytes: number[]) => ({ arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) });
  expect(await readCsvFile(file([0x53, 0xc3, 0xa8, 0x74, 0x65]))).toBe('Sète');
  expect(await readCsvFile(file([0x53, 0xe8, 0x74, 0x65]))).toBe('Sète');
});
