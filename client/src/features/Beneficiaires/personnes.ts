import { useQuery } from '@tanstack/react-query';
import { api, read, readRecord } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';

export type Fiche = components['schemas']['Fiche'];
export type Echue = components['schemas']['EcheanceDeDossier'];
export type Certificat = components['schemas']['Certificat'];
export type Civilite = components['schemas']['Civilite'];

/** What an act upon a file changes elsewhere, to be read again. */
export const PERSONNES = ['beneficiaires'] as const;
export const PERSONNE_KEYS = [PERSONNES, ['mesures'], ['demandes'], ['bons-de-commande']] as const;

export const civilites: Record<Civilite, string> = { madame: 'Madame', monsieur: 'Monsieur' };

/** A person with the ETag that a rectification brings back. */
export function useFiche(id: string) {
  return useQuery({
    queryKey: [...PERSONNES, 'une', id],
    queryFn: () => readRecord(api.GET('/api/v1/beneficiaires/{id}', { params: { path: { id } } })),
  });
}

/** Files whose delay has passed. */
export function useEchues() {
  return useList([...PERSONNES, 'echues'], (apres) =>
    read(api.GET('/api/v1/archivages/apercu', { params: { query: { apres } } })),
  );
}

export function useCertificats() {
  return useList([...PERSONNES, 'certificats'], (apres) =>
    read(api.GET('/api/v1/certificats-effacement', { params: { query: { apres } } })),
  );
}
