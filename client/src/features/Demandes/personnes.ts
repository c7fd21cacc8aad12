import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { formatDay, plural } from '@/lib/format';

export type PersonneConnue = components['schemas']['PersonneConnue'];

/** More than anybody compares: a longer list asks for more letters. */
const SHOWN = 5;

/** The first known people whose name holds these words; none as long as too little is typed. */
export function usePersonnesConnues(nom: string, prenom: string, enabled: boolean): PersonneConnue[] {
  const [recherche] = useDebouncedValue(`${nom} ${prenom}`.trim(), 250);
  const searching = enabled && recherche.length > 2;
  const { data } = useQuery({
    queryKey: ['beneficiaires', recherche],
    queryFn: () =>
      read(api.GET('/api/v1/beneficiaires', { params: { query: { recherche, taille: SHOWN } } })),
    enabled: searching,
    placeholderData: keepPreviousData,
  });
  return searching ? (data?.elements ?? []) : [];
}

/** The settled people of the same name and birth date as this one. */
export function useHomonymes(beneficiaireId: string) {
  return useQuery({
    queryKey: ['beneficiaires', 'homonymes', beneficiaireId],
    queryFn: () =>
      read(api.GET('/api/v1/beneficiaires', { params: { query: { homonymesDe: beneficiaireId } } })),
  });
}

export function factsOf({ dateNaissance, commune, ...personne }: PersonneConnue): string {
  return [
    `né(e) le ${formatDay(dateNaissance)}`,
    commune,
    personne.mesuresEnCours > 0 && `${plural(personne.mesuresEnCours, 'mesure')} en cours`,
    personne.mesuresTerminees > 0 && `${plural(personne.mesuresTerminees, 'mesure')} avant`,
    `${personne.moisUtilises} mois utilisés sur ${personne.moisMax}`,
  ]
    .filter(Boolean)
    .join(', ');
}
