import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '@/api/schema';

/** Handlers whose paths and bodies are those of the contract. */
export const http = createOpenApiHttp<paths>({ baseUrl: 'http://localhost:5080' });

const titulaires = [
  { id: 'ta', nom: 'Association A', rang: 1, convention: 'C-1', debut: '2022-01-01', fin: '2024-12-31' },
  { id: 'tb', nom: 'Association B', rang: 2, convention: 'C-2', debut: '2022-01-01', fin: '2024-12-31' },
];

/** Stands in for the API in the tests; but for what the frame itself reads, a call without a handler fails the test. */
export const server = setupServer(
  http.get('/api/v1/lots', ({ response }) =>
    response(200).json({
      elements: [
        { code: '1', nom: 'EST', titulaires },
        { code: '2', nom: 'OUEST', titulaires },
      ],
      lien: null,
    }),
  ),
);
