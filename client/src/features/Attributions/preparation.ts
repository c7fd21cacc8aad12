import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Preparation = Schemas['Preparation'];
export type RendezVous = Schemas['RendezVous'];
export type PremiereRencontre = Schemas['PremiereRencontre'];
export type Cause = Schemas['CauseRetard'];
export type Destinataire = Schemas['DestinataireDeCopie'];

export const etatsRendezVous: Record<RendezVous['etat'], string> = {
  pris: 'pris',
  tenu: 'tenu',
  manque: 'manqué',
  annule: 'annulé',
};

export const causesRetard: Record<Cause, string> = {
  titulaire: 'du fait du titulaire',
  serviceReferent: 'du fait du service référent',
  beneficiaire: 'du fait de la personne',
  autre: 'autre cause',
};

export const depenses: Record<Schemas['DepenseReglee'], string> = {
  loyer: 'loyer',
  charges: 'charges locatives',
  energie: 'énergie et eau',
  assurance: 'assurances',
  telephonie: 'téléphone et internet',
  dettes: 'dettes et plan d’apurement',
  autre: 'autres, à préciser',
};

export const destinataires: Record<Destinataire, string> = {
  personne: 'la personne',
  serviceReferent: 'le service référent',
  safpm: 'le SAFPM',
  titulaire: 'le titulaire',
  payeurs: 'les organismes payeurs',
  banque: 'la banque',
};

/** What an act of the preparation changes. */
export const preparationKeys = [['bons-de-commande'], ['premieres-rencontres'], ['a-faire']] as const;

export function usePreparation(id: string) {
  return useQuery({
    queryKey: ['bons-de-commande', 'un', id, 'preparation'],
    queryFn: () => read(api.GET('/api/v1/bons-de-commande/{id}/preparation', { params: { path: { id } } })),
  });
}

export function usePremieresRencontres() {
  return useList(['premieres-rencontres'], (apres) =>
    read(api.GET('/api/v1/premieres-rencontres', { params: { query: { apres } } })),
  );
}
