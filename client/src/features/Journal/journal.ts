import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { wordOf } from '@/api/mots';
import type { components } from '@/api/schema';
import type { Address } from '@/lib/address';

export type ActeJournalise = components['schemas']['ActeJournalise'];
export type Acces = components['schemas']['Acces'];
export type Auteur = components['schemas']['Auteur'];
export type Verification = components['schemas']['Verification'];

export const naturesAcces: Record<Acces['nature'], string> = {
  dossier: 'dossier ouvert',
  liste: 'liste',
  document: 'document',
  export: 'export',
  refus: 'refusé',
};

export const objetsAcces: Record<Acces['objet'], string> = {
  mesure: 'mesure',
  demande: 'demande',
  bonDeCommande: 'bon de commande',
  beneficiaire: 'bénéficiaire',
  commission: 'commission',
  facture: 'facture',
  tourDeRole: 'tour de rôle',
  recherche: 'recherche',
  journal: 'journal',
  autre: 'autre',
};

/** The filters that an address holds, as both journals take them. */
function filtersOf({ du, au, utilisateurId, operation, mesureId, requeteId }: Address) {
  return { du, au, utilisateurId, operation, mesureId, requeteId };
}

export function useActes(search: Address) {
  const query = filtersOf(search);
  return useList(['journal', 'actes', query], (apres) =>
    read(api.GET('/api/v1/journal/actes', { params: { query: { ...query, apres } } })),
  );
}

export function useAcces(search: Address) {
  const query = { ...filtersOf(search), nature: wordOf(naturesAcces, search.nature) };
  return useList(['journal', 'acces', query], (apres) =>
    read(api.GET('/api/v1/journal/acces', { params: { query: { ...query, apres } } })),
  );
}

/** Who consulted the file of a Mesure; asking is itself on record. */
export function useAccesDeMesure(id: string) {
  return useList(['journal', 'mesure', id], (apres) =>
    read(api.GET('/api/v1/mesures/{id}/acces', { params: { path: { id }, query: { apres } } })),
  );
}

export function useSceau() {
  return useQuery({
    queryKey: ['journal', 'sceau'],
    queryFn: () => read(api.GET('/api/v1/journal/tete')),
  });
}

export function useBlocs() {
  return useList(['journal', 'blocs'], (apres) =>
    read(api.GET('/api/v1/journal/blocs', { params: { query: { apres } } })),
  );
}

// Rows compared by one call: some seconds, so that the person sees it go on.
const LIGNES = 50_000;

/** Recomputes the whole chain, piece by piece; `compared` says how far it is. */
export function useVerification() {
  const [compared, setCompared] = useState(0);
  const mutation = useMutation({
    mutationFn: async (): Promise<Verification & { lignes: number }> => {
      setCompared(0);
      let lignes = 0;
      let depuis: number | undefined;
      for (;;) {
        const query = { depuis, lignes: LIGNES };
        const seen = await read(api.GET('/api/v1/journal/verification', { params: { query } }));
        lignes += seen.actes + seen.acces;
        setCompared(lignes);
        if (seen.suivant === null) return { ...seen, lignes };
        depuis = seen.suivant;
      }
    },
  });
  return { ...mutation, compared };
}

/** The same rows as a file; the server writes it, whole. */
export function exportAddress(journal: 'actes' | 'acces', search: Address): string {
  const params = new URLSearchParams();
  const filters = { ...filtersOf(search), nature: journal === 'acces' ? search.nature : undefined };
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  return `/api/v1/journal/${journal}.csv?${params.toString()}`;
}
