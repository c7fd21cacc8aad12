import createApi, { type Middleware } from 'openapi-fetch';
import { ApiError, OfflineError, toProblem } from './errors';
import type { paths } from './schema';

type SessionLink = { token: () => string | undefined; onSignedOut: () => void };

let session: SessionLink = { token: () => undefined, onSignedOut: () => undefined };

/** Tells the calls where the antiforgery token is and what to do when the session has ended. */
export function linkSession(link: SessionLink): void {
  session = link;
}

const manners: Middleware = {
  onRequest({ request }) {
    const token = session.token();
    if (token && request.method !== 'GET') request.headers.set('X-CSRF-TOKEN', token);
    return request;
  },
  onResponse({ request, response }) {
    // A 401 of the session's own addresses is an answer to who signs in, not a session that has ended.
    if (response.status === 401 && !new URL(request.url).pathname.startsWith('/api/v1/session')) {
      session.onSignedOut();
    }
  },
  onError({ error }) {
    return new OfflineError(error);
  },
};

/** Every call goes through here; paths and shapes are those of `openapi.yaml`. */
export const api = createApi<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // Looked up at each call, so that the tests can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
});
api.use(manners);

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of an answer, or the refusal thrown as an {@link ApiError}. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await readRecord(call)).data;
}

/** A record together with the `ETag` that a change of it must bring back in `If-Match`. */
export type Versioned<T> = { data: T; etag: string };

export async function readRecord<T>(call: Promise<Answer<T>>): Promise<Versioned<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiError(toProblem(error, response.status));
  return { data: data as T, etag: response.headers.get('ETag') ?? '' };
}
