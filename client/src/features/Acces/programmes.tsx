import { queryOptions } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';

export type Programme = components['schemas']['Programme'];

export const PROGRAMMES = ['programmes'] as const;

export const programmesQuery = queryOptions({
  queryKey: PROGRAMMES,
  queryFn: () => read(api.GET('/api/v1/programmes')),
});

/** What a program may be made for: reading and writing go together, exports go alone. */
export const usages = [
  { value: 'masp.lecture', label: 'Lire' },
  { value: 'masp.lecture masp.ecriture', label: 'Lire et écrire' },
  { value: 'masp.exports', label: 'Télécharger les exports' },
];

export function usageOf({ scopes }: Programme): string {
  const sorted = scopes.toSorted((a, b) => b.localeCompare(a)).join(' ');
  return usages.find(({ value }) => value === sorted)?.label ?? scopes.join(', ');
}

/** One network a line, or with commas, as somebody typed them. */
export function readNetworks(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}

/** The version to bring back, as the list gives it. */
export const ifMatch = ({ version }: Programme) => `"${version}"`;
