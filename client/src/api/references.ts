import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
type Option = { value: string; label: string };

// What an administrateur changes a few times a year: read once, kept for the visit.
const kept = { staleTime: 10 * 60_000 };

/** The Lots of the département, as a choice of `code`. */
export function useLots(): { lots: Schemas['Lot'][]; options: Option[]; labelOf: (code: string) => string } {
  const { data } = useQuery({
    queryKey: ['lots'],
    queryFn: () => read(api.GET('/api/v1/lots')),
    ...kept,
  });
  const lots = data?.elements ?? [];
  return {
    lots,
    options: lots.map((lot) => ({ value: lot.code, label: lot.nom })),
    labelOf: (code) => lots.find((lot) => lot.code === code)?.nom ?? `Lot ${code}`,
  };
}

/** The Titulaires, those whose conventions have ended included, as a choice of `id`. */
export function useTitulaires(): { titulaires: Schemas['Titulaire'][]; options: Option[] } {
  const { data } = useQuery({
    queryKey: ['titulaires'],
    queryFn: () => read(api.GET('/api/v1/titulaires')),
    ...kept,
  });
  const titulaires = data?.elements ?? [];
  return { titulaires, options: titulaires.map(({ id, nom }) => ({ value: id, label: nom })) };
}

/**
 * The first communes that answer a postal code or the beginning of a name; none as long as nothing is asked.
 * The former answer stays while the next is on its way, so that a choice does not flicker.
 */
export function useCommunes(asked: { codePostal?: string; recherche?: string }): {
  communes: Schemas['Commune'][];
  isFetching: boolean;
  error: Error | null;
} {
  const { codePostal, recherche } = asked;
  const { data, isFetching, error } = useQuery({
    queryKey: ['communes', 'choix', codePostal, recherche],
    queryFn: () =>
      read(api.GET('/api/v1/communes', { params: { query: { codePostal, recherche, taille: 50 } } })),
    enabled: Boolean(codePostal ?? recherche),
    placeholderData: keepPreviousData,
    ...kept,
  });
  return { communes: codePostal || recherche ? (data?.elements ?? []) : [], isFetching, error };
}

/** What a person may be paid, and whether it may be managed (R4). */
export function usePrestations(): Schemas['Prestation'][] {
  const { data } = useQuery({
    queryKey: ['prestations'],
    queryFn: () => read(api.GET('/api/v1/prestations')),
    ...kept,
  });
  return data?.elements ?? [];
}

/** Who may ask for a measure, as a choice of `id`. */
export function useServicesReferents(): { services: Schemas['ServiceReferent'][]; options: Option[] } {
  const { data } = useQuery({
    queryKey: ['services-referents'],
    queryFn: () => read(api.GET('/api/v1/services-referents')),
    ...kept,
  });
  const services = data?.elements ?? [];
  return { services, options: services.map(({ id, nom }) => ({ value: id, label: nom })) };
}
