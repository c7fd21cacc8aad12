import { queryOptions } from '@tanstack/react-query';
import { api, read, readRecord } from '@/api/http';
import type { components } from '@/api/schema';
import { Etat, type Tone } from '@/components/ui/Etat';

export type Compte = components['schemas']['CompteDAcces'];
export type EtatDeCompte = components['schemas']['EtatDeCompte'];

export const COMPTES = ['comptes'] as const;

export const etatsDeCompte: Record<EtatDeCompte, string> = {
  invite: 'invité',
  actif: 'actif',
  verrouille: 'verrouillé',
  desactive: 'désactivé',
  parti: 'parti',
};

const tones: Record<EtatDeCompte, Tone> = {
  invite: 'encours',
  actif: 'bon',
  verrouille: 'attention',
  desactive: 'refus',
  parti: 'neutre',
};

export function EtatDuCompte({ etat }: { etat: EtatDeCompte }) {
  return <Etat tone={tones[etat]}>{etatsDeCompte[etat]}</Etat>;
}

/** Whether and how somebody proves twice who they are. */
export function secondFacteurOf({ applicationDeCodes, clesDAcces, secondFacteurExige }: Compte): string {
  const kinds = [applicationDeCodes && 'application', clesDAcces > 0 && 'clé d’accès'].filter(Boolean);
  if (kinds.length > 0) return kinds.join(' et ');
  return secondFacteurExige ? 'à enregistrer' : 'aucun';
}

export const compteQuery = (id: string) =>
  queryOptions({
    queryKey: [...COMPTES, 'un', id],
    queryFn: () => readRecord(api.GET('/api/v1/comptes/{id}', { params: { path: { id } } })),
  });

export const revuesQuery = queryOptions({
  queryKey: [...COMPTES, 'revues'],
  queryFn: () => read(api.GET('/api/v1/comptes/revues')),
});
