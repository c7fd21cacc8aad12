import { queryOptions } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';

export type MonCompte = components['schemas']['MonCompte'];

export const MON_COMPTE = ['mon-compte'] as const;

export const monCompteQuery = queryOptions({
  queryKey: MON_COMPTE,
  queryFn: () => read(api.GET('/api/v1/compte')),
});

export const moyens: Record<MonCompte['sessions'][number]['moyen'], string> = {
  motDePasse: 'mot de passe',
  motDePasseEtCode: 'mot de passe et code',
  cleDAcces: 'clé d’accès',
  fournisseurExterne: 'fournisseur d’identité',
  lien: 'lien reçu par courriel',
};
