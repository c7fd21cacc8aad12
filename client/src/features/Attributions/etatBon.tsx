import type { components } from '@/api/schema';
import { Etat, type Tone } from '@/components/ui/Etat';

type Schemas = components['schemas'];
export type EtatBon = Schemas['EtatBonDeCommande'];
export type EtatForfait = Schemas['EtatForfait'];

const etats: Record<EtatBon, { label: string; tone: Tone }> = {
  emis: { label: 'émis', tone: 'attention' },
  recu: { label: 'reçu', tone: 'encours' },
  signe: { label: 'contrat signé', tone: 'bon' },
  abandonne: { label: 'abandonné', tone: 'neutre' },
  annule: { label: 'annulé', tone: 'refus' },
};

const forfaits: Record<EtatForfait, string> = {
  nonDu: 'non dû',
  aValider: 'à valider',
  valide: 'validé',
};

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export const etatBonOptions = Object.entries(etats).map(([value, { label }]) => ({ value, label }));
export const forfaitOptions = options(forfaits);

export const labelOfEtatBon = (etat: EtatBon) => etats[etat].label;
export const labelOfForfait = (forfait: EtatForfait) => forfaits[forfait];
export const labelOfNature = (avecGestion: boolean) => (avecGestion ? 'avec gestion' : 'sans gestion');

/** Where an order stands. */
export function EtatDeBon({ etat }: { etat: EtatBon }) {
  const { label, tone } = etats[etat];
  return <Etat tone={tone}>{label}</Etat>;
}
