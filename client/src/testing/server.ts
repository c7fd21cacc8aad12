import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '@/api/schema';

/** Handlers whose paths and bodies are those of the contract. */
export const http = createOpenApiHttp<paths>({ baseUrl: 'http://localhost:5080' });

const titulaires = [
  { id: 'ta', nom: 'Association A', rang: 1, convention: 'C-1', debut: '2022-01-01', fin: '2024-12-31' },
  { id: 'tb', nom: 'Association B', rang: 2, convention: 'C-2', debut: '2022-01-01', fin: '2024-12-31' },
];

const empty = { elements: [], lien: null };

/**
 * Stands in for the API in the tests; a call without a handler fails the test, but for what the frame reads and for
 * the lists that the tests of the frame go through.
 */
export const server = setupServer(
  http.get('/api/v1/lots', ({ response }) =>
    response(200).json({
      elements: [
        { code: '1', nom: 'Lot 1 EST', titulaires },
        { code: '2', nom: 'Lot 2 OUEST', titulaires },
      ],
      lien: null,
    }),
  ),
  http.get('/api/v1/a-faire', ({ response }) =>
    response(200).json({ aujourdhui: '2022-11-24', sections: [] }),
  ),
  http.get('/api/v1/session/fournisseur', ({ response }) => response(200).json({ nom: null })),
  http.get('/api/v1/titulaires', ({ response }) => response(200).json(empty)),
  http.get('/api/v1/mesures', ({ response }) => response(200).json(empty)),
  http.get('/api/v1/factures', ({ response }) => response(200).json(empty)),
);
