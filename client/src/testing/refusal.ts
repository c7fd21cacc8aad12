import type { components } from '@/api/schema';

/** What the API answers when a rule refuses, about one field or about the whole. */
export function aRefusal(
  status: number,
  code: string,
  detail: string,
  field?: string,
): components['schemas']['Probleme'] {
  return {
    title: 'Refusé par une règle',
    status,
    detail,
    code,
    errors: field ? { [field]: [{ code, message: detail }] } : null,
    traceId: null,
  };
}
