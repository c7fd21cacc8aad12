import { setupServer } from 'msw/node';
import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '@/api/schema';

/** Stands in for the API in the tests; a call without a handler fails the test. */
export const server = setupServer();

/** Handlers whose paths and bodies are those of the contract. */
export const http = createOpenApiHttp<paths>({ baseUrl: 'http://localhost:5080' });
