/** One refusal of one field, as the API tells it. */
export type FieldError = { code: string; message: string };

/** RFC 9457 problem details with our stable `code`. */
export type Problem = {
  status: number;
  title: string;
  detail?: string | null;
  code: string;
  errors?: Record<string, FieldError[]> | null;
  traceId?: string | null;
};

/** The API answered, and refused. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  /** Somebody changed the record since it was read (`If-Match` no longer holds). */
  get isStale(): boolean {
    return this.problem.status === 412;
  }
}

/** No answer came: the network or the server is away. */
export class OfflineError extends Error {
  constructor(cause: unknown) {
    super('Le serveur ne répond pas.', { cause });
    this.name = 'OfflineError';
  }
}

export function isApiError(error: unknown, status?: number): error is ApiError {
  return error instanceof ApiError && (status === undefined || error.status === status);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads an error body, whatever stands between us and the API may have put in its place. */
export function toProblem(body: unknown, status: number): Problem {
  const source = isRecord(body) ? body : {};
  const text = (name: string) => (typeof source[name] === 'string' ? source[name] : undefined);
  return {
    status,
    title: text('title') ?? `Le serveur a répondu ${status}.`,
    detail: text('detail') ?? null,
    code: text('code') ?? `http.${status}`,
    errors: isRecord(source.errors) ? (source.errors as Record<string, FieldError[]>) : null,
    traceId: text('traceId') ?? null,
  };
}
