import { useQuery } from '@tanstack/react-query';
import { api, read, readRecord } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';
import type { Tone } from '@/components/ui/Etat';
import type { Said } from '@/components/ui/Perime';
import type { Address } from '@/lib/address';
import { formatDay, formatMoney } from '@/lib/format';
import { isQuarter } from '@/lib/quarter';
import { wordOf } from '@/api/mots';

type Schemas = components['schemas'];
export type Facture = Schemas['Facture'];
export type FactureResume = Schemas['FactureResume'];
export type ApercuFacture = Schemas['ApercuFacture'];
export type Detail = Schemas['Detail'];
export type Ligne = Schemas['Ligne'];

export const etatsFacture: Record<Facture['etat'], string> = {
  aValider: 'à valider',
  validee: 'validée',
  emise: 'émise',
  creditee: 'annulée par avoir',
};

export const tonesFacture: Record<Facture['etat'], Tone> = {
  aValider: 'attention',
  validee: 'encours',
  emise: 'bon',
  creditee: 'neutre',
};

/** What somebody else may change of an invoice. */
export const sayFacture = (facture: Facture): Said => [
  ['État', labelOfEtat(facture)],
  ['Numéro', facture.numero],
  ['Total', formatMoney(facture.total)],
  ['État détaillé validé', formatDay(facture.valideeLe)],
  ['Émise', formatDay(facture.emiseLe)],
];

/** Where it stands, in the gender of what it is: a Facture is « émise », an Avoir « émis ». */
export function labelOfEtat({ etat, nature }: Pick<Facture, 'etat' | 'nature'>): string {
  return nature === 'avoir' && etat === 'emise' ? 'émis' : etatsFacture[etat];
}

export const naturesFacture: Record<Facture['nature'], string> = { facture: 'Facture', avoir: 'Avoir' };

/** Every list and record of invoices is read again after an act. */
export const FACTURES = ['factures'];

export function useFactures(search: Address) {
  const { lot, titulaireId } = search;
  const query = {
    lot,
    titulaireId,
    trimestre: isQuarter(search.trimestre) ? search.trimestre : undefined,
    etat: wordOf(etatsFacture, search.etat),
  };
  return useList([...FACTURES, 'liste', query], (apres) =>
    read(api.GET('/api/v1/factures', { params: { query: { ...query, apres } } })),
  );
}

/** Every invoice of one quarter: at most one running per Titulaire and Lot, with its credited ones. */
export function useFacturesDuTrimestre(trimestre: string) {
  return useQuery({
    queryKey: [...FACTURES, 'trimestre', trimestre],
    queryFn: () => read(api.GET('/api/v1/factures', { params: { query: { trimestre, taille: 200 } } })),
    placeholderData: (previous) => previous,
  });
}

export function useFacture(id: string) {
  return useQuery({
    queryKey: [...FACTURES, 'une', id],
    queryFn: () => readRecord(api.GET('/api/v1/factures/{id}', { params: { path: { id } } })),
  });
}

export function useEtatDetaille(id: string) {
  return useList([...FACTURES, 'detail', id], (apres) =>
    read(
      api.GET('/api/v1/factures/{id}/etat-detaille', {
        params: { path: { id }, query: { apres, taille: 100 } },
      }),
    ),
  );
}

export type ChoixFacture = { titulaireId: string; lot: string; trimestre: string };

export function useApercu(choix: ChoixFacture | null) {
  return useQuery({
    queryKey: [...FACTURES, 'apercu', choix],
    queryFn: () =>
      read(
        api.GET('/api/v1/factures/apercu', {
          params: { query: choix ?? { titulaireId: '', lot: '', trimestre: '' } },
        }),
      ),
    enabled: choix !== null,
  });
}
