import { HttpResponse } from 'msw';
import { afterEach, expect, it, vi } from 'vitest';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';
import { ApiError, OfflineError } from './errors';
import { api, linkSession, read, readRecord } from './http';

const echeance = {
  evenement: '2022-01-03',
  jours: 40,
  sens: 'apres',
  mode: 'franc',
  calendrier: 'metropole',
} as const;

afterEach(() => linkSession({ token: () => undefined, onSignedOut: () => undefined }));

it('The antiforgery token goes with what changes something, and not with what reads', async () => {
  linkSession({ token: () => 'jeton', onSignedOut: () => undefined });
  const seen: (string | null)[] = [];
  server.use(
    http.get('/api/v1/session', ({ request, response }) => {
      seen.push(request.headers.get('X-CSRF-TOKEN'));
      return response(200).json(aSession());
    }),
    http.delete('/api/v1/session', ({ request, response }) => {
      seen.push(request.headers.get('X-CSRF-TOKEN'));
      return response(204).empty();
    }),
  );
  await read(api.GET('/api/v1/session'));
  await read(api.DELETE('/api/v1/session'));
  expect(seen).toEqual([null, 'jeton']);
});

it('A record comes with the ETag that its change must bring back', async () => {
  server.use(
    http.get('/api/v1/session', ({ response }) =>
      response.untyped(HttpResponse.json(aSession(), { headers: { ETag: '"42"' } })),
    ),
  );
  expect((await readRecord(api.GET('/api/v1/session'))).etag).toBe('"42"');
});

it('An end of session is told once, except to who asks for the session itself', async () => {
  const onSignedOut = vi.fn();
  linkSession({ token: () => 'jeton', onSignedOut });
  const refused = () =>
    HttpResponse.json({ title: 'Non connecté', code: 'session.absente' }, { status: 401 });
  server.use(
    http.get('/api/v1/session', ({ response }) => response.untyped(refused())),
    http.post('/api/v1/calculs/echeance', ({ response }) => response.untyped(refused())),
  );
  await expect(read(api.GET('/api/v1/session'))).rejects.toBeInstanceOf(ApiError);
  expect(onSignedOut).not.toHaveBeenCalled();
  await expect(read(api.POST('/api/v1/calculs/echeance', { body: echeance }))).rejects.toBeInstanceOf(
    ApiError,
  );
  expect(onSignedOut).toHaveBeenCalledOnce();
});

it('What a proxy answers in place of the API is still a refusal with a code', async () => {
  server.use(
    http.post('/api/v1/calculs/echeance', ({ response }) =>
      response.untyped(new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })),
    ),
  );
  await expect(read(api.POST('/api/v1/calculs/echeance', { body: echeance }))).rejects.toMatchObject({
    code: 'http.502',
    message: 'Le serveur a répondu 502.',
  });
});

it('Silence is told apart from a refusal', async () => {
  server.use(http.post('/api/v1/calculs/echeance', ({ response }) => response.untyped(HttpResponse.error())));
  await expect(read(api.POST('/api/v1/calculs/echeance', { body: echeance }))).rejects.toBeInstanceOf(
    OfflineError,
  );
});
