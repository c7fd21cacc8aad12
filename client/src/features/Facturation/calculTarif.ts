import { skipToken, useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { paths } from '@/api/schema';
import type { Address } from '@/lib/address';

export type AskedTarif = paths['/api/v1/calculs/tarif']['post']['requestBody']['content']['application/json'];

export type TarifValues = {
  debut: string | null;
  finPrevue: string | null;
  finReelle: string | null;
  gestion: string;
  zone: string;
  suspensions: { debut: string | null; fin: string | null }[];
  changements: { date: string | null; gestion: string; zone: string }[];
  mode: string;
  dateGel: string | null;
};

// In the address a list reads `2022-03-01_2022-04-15,2022-06-01_2022-06-30`.
const split = (text: string | undefined) => (text ? text.split(',').map((item) => item.split('_')) : []);
const day = (text: string | undefined) => text || null;

export function readValues(search: Address): TarifValues {
  return {
    debut: day(search.debut),
    finPrevue: day(search.finPrevue),
    finReelle: day(search.finReelle),
    gestion: search.gestion ?? 'non',
    zone: search.zone ?? 'urbaine',
    suspensions: split(search.suspensions).map(([debut, fin]) => ({ debut: day(debut), fin: day(fin) })),
    changements: split(search.changements).map(([date, gestion, zone]) => ({
      date: day(date),
      gestion: gestion ?? '',
      zone: zone ?? '',
    })),
    mode: search.mode ?? 'dateADate',
    dateGel: day(search.dateGel),
  };
}

export function toParams(values: TarifValues) {
  return {
    ...values,
    debut: values.debut ?? undefined,
    finPrevue: values.finPrevue ?? undefined,
    finReelle: values.finReelle ?? undefined,
    dateGel: values.dateGel ?? undefined,
    suspensions:
      values.suspensions.map(({ debut, fin }) => `${debut ?? ''}_${fin ?? ''}`).join(',') || undefined,
    changements:
      values.changements.map(({ date, gestion, zone }) => `${date ?? ''}_${gestion}_${zone}`).join(',') ||
      undefined,
  };
}

/** The question that an address holds; null while it is incomplete. */
export function readTarif(search: Address): AskedTarif | null {
  const values = readValues(search);
  if (!values.debut || !values.finPrevue) return null;
  return {
    debut: values.debut,
    finPrevue: values.finPrevue,
    finReelle: values.finReelle,
    avecGestion: values.gestion === 'oui',
    zone: values.zone === 'rurale' ? 'rurale' : 'urbaine',
    suspensions: values.suspensions.map(({ debut, fin }) => ({ debut: debut ?? '', fin: fin ?? '' })),
    changements: values.changements.map(({ date, gestion, zone }) => ({
      date: date ?? '',
      avecGestion: gestion === '' ? null : gestion === 'oui',
      zone: zone === 'rurale' || zone === 'urbaine' ? zone : null,
    })),
    mode: readMode(values.mode),
    dateGel: values.dateGel,
  };
}

export const modes = [
  { value: 'dateADate', label: 'de date à date' },
  { value: 'prorataCalendaire', label: 'prorata du mois calendaire' },
  { value: 'entreeDueSortieNon', label: 'mois d’entrée dû, mois de sortie non' },
  { value: 'toutMoisCommence', label: 'tout mois commencé' },
] as const;

function readMode(text: string): (typeof modes)[number]['value'] {
  return modes.find((mode) => mode.value === text)?.value ?? 'dateADate';
}

export function useTarif(asked: AskedTarif | null) {
  return useQuery({
    queryKey: ['calculs', 'tarif', asked],
    queryFn: asked ? () => read(api.POST('/api/v1/calculs/tarif', { body: asked })) : skipToken,
    staleTime: Infinity,
  });
}
