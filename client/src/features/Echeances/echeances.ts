import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { wordOf } from '@/api/mots';
import type { components } from '@/api/schema';
import type { Address } from '@/lib/address';

type Schemas = components['schemas'];
export type Echeance = Schemas['Echeance'];
export type EcheanceResume = Schemas['EcheanceResume'];

export const etatsEcheance: Record<Schemas['EtatEcheance'], string> = {
  ouverte: 'ouverte',
  tenue: 'tenue',
  tenueEnRetard: 'tenue en retard',
  nonTenue: 'non tenue',
  sansObjet: 'sans objet',
};

export const filtresEcheances: Record<Schemas['FiltreEcheances'], string> = {
  ouvertes: 'ouvertes',
  depassees: 'dépassées',
  aExpliquer: 'à expliquer',
  tenues: 'tenues',
  tenuesEnRetard: 'tenues en retard',
  nonTenues: 'non tenues',
  sansObjet: 'sans objet',
};

export const naturesEcheance: Record<Schemas['NatureEcheance'], string> = {
  reception: 'Accusé de réception (R12)',
  premiereRencontre: 'Première rencontre (R13)',
  projetIntervention: 'Projet d’intervention (R17)',
  rencontres: 'Rencontres (R18)',
  bilanEtape: 'Bilan d’étape (R19)',
  bilanFinal: 'Bilan final (R20)',
  releve: 'Relevé de situation (R31)',
  etatDesOperations: 'État des opérations (R33)',
  comptesDeGestion: 'Comptes de gestion (R33)',
  rapportTrimestriel: 'Rapport trimestriel (R47)',
  statistiquesAnnuelles: 'Statistiques annuelles (R48)',
  statistiquesEtat: 'Statistiques pour l’État (R48)',
};

export const responsables: Record<Schemas['Responsable'], string> = {
  titulaire: 'titulaire',
  intervenant: 'intervenant',
  serviceReferent: 'service référent',
  safpm: 'SAFPM',
};

/** What an act on a deadline changes on the screens. */
export const echeanceKeys = [['echeances'], ['a-faire']] as const;

export function useEcheances(search: Address) {
  const query = {
    etat: wordOf(filtresEcheances, search.etat),
    nature: wordOf(naturesEcheance, search.nature),
    miennes: search.miennes === 'oui' ? true : undefined,
    titulaireId: search.titulaireId,
    intervenantId: search.intervenantId,
    lot: search.lot,
  };
  return useList(['echeances', 'liste', query], (apres) =>
    read(api.GET('/api/v1/echeances', { params: { query: { ...query, apres } } })),
  );
}

export function useComptes(lot: string | undefined) {
  return useQuery({
    queryKey: ['echeances', 'comptes', lot],
    queryFn: () => read(api.GET('/api/v1/echeances/comptes', { params: { query: { lot } } })),
  });
}

export function useEcheancesDeMesure(id: string) {
  return useQuery({
    queryKey: ['echeances', 'mesure', id],
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/echeances', { params: { path: { id } } })),
  });
}
