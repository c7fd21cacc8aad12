import { useQuery } from '@tanstack/react-query';
import { api, read, readRecord } from '@/api/http';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Projet = Schemas['Projet'];
export type Bilan = Schemas['Bilan'];
export type Avenant = Schemas['Avenant'];
export type DemandeDeFin = Schemas['DemandeDeFin'];
export type Consequences = Schemas['Consequences'];

/** What an act upon the life of a measure may change on screen. */
export const suiteKeys = [['mesures'], ['bilans'], ['commissions'], ['a-faire']] as const;

const keyOf = (mesureId: string, what: string) => ['mesures', 'une', mesureId, what];

export function useProjet(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId, 'projet'),
    queryFn: () => readRecord(api.GET('/api/v1/mesures/{id}/projet', { params: { path: { id: mesureId } } })),
  });
}

export function useBilans(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId, 'bilans'),
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/bilans', { params: { path: { id: mesureId } } })),
  });
}

export function useAvenants(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId, 'avenants'),
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/avenants', { params: { path: { id: mesureId } } })),
  });
}

export function useFin(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId, 'fin'),
    queryFn: () => read(api.GET('/api/v1/mesures/{id}/fin', { params: { path: { id: mesureId } } })),
  });
}

export function useRenouvellement(mesureId: string) {
  return useQuery({
    queryKey: keyOf(mesureId, 'renouvellement'),
    queryFn: () =>
      read(api.GET('/api/v1/mesures/{id}/renouvellement', { params: { path: { id: mesureId } } })),
  });
}

export const aspects: Record<Schemas['AspectDeLaMesure'], string> = {
  elaboration: 'élaboration du projet',
  securisation: 'sécurisation',
  apprentissage: 'apprentissage',
  bilan: 'bilan',
};

export const quiAgit: Record<Schemas['QuiAgitPourLAction'], string> = {
  personne: 'la personne',
  titulaire: 'le titulaire',
  serviceReferent: 'le service référent',
  partenaire: 'un partenaire',
};

export const etatsAction: Record<Schemas['EtatAction'], string> = {
  aFaire: 'à faire',
  enCours: 'en cours',
  realisee: 'réalisée',
  abandonnee: 'abandonnée',
};

export const avancements: Record<Schemas['Avancement'], string> = {
  atteint: 'atteint',
  enPartie: 'atteint en partie',
  nonAtteint: 'non atteint',
  abandonne: 'abandonné',
};

export const suites: Record<Schemas['Suite'], string> = {
  fin: 'fin de la mesure',
  renouvellement: 'renouvellement',
};

export const etatsBilan: Record<Schemas['EtatBilan'], string> = {
  transmis: 'transmis',
  avisReferentAttendu: 'avis du service référent attendu',
  aInscrire: 'à inscrire à une séance',
  inscrit: 'à l’ordre du jour',
  ajourne: 'ajourné',
  avisRendu: 'avis rendu, à décider',
  decide: 'décidé',
};

export const naturesAvenant: Record<Schemas['NatureAvenant'], string> = {
  gestion: 'changement de gestion',
  suspension: 'suspension',
  prorogation: 'prorogation',
};

export const etatsAvenant: Record<Schemas['EtatAvenant'], string> = {
  propose: 'proposé',
  prepare: 'préparé, à signer',
  signe: 'signé',
  refuse: 'refusé',
};

export const initiateurs: Record<Schemas['InitiateurFin'], string> = {
  titulaire: 'le titulaire',
  beneficiaire: 'la personne',
  deces: 'décès de la personne',
  mesureJudiciaire: 'mesure judiciaire',
  demenagementHorsDepartement: 'déménagement hors du département',
  departement: 'le département',
};

export const etatsFin: Record<Schemas['EtatDemandeDeFin'], string> = {
  avisReferentAttendu: 'avis du service référent attendu',
  aDecider: 'à décider',
  nonFondee: 'non fondée',
  accordee: 'accordée',
  refusee: 'refusée',
};

/** `Étape M6` or `Final`. */
export const nameOfBilan = ({ nature, mois }: Pick<Bilan, 'nature' | 'mois'>) =>
  nature === 'final' ? 'Bilan final' : `Bilan d’étape M${mois ?? ''}`;

/** A version as `If-Match` carries it. */
export const etagOf = ({ version }: { version: string }) => `"${version}"`;
