import type { components } from '@/api/schema';
import { Etat, type Tone } from '@/components/ui/Etat';

type Schemas = components['schemas'];
export type EtatDemande = Schemas['EtatDemande'];

const etats: Record<EtatDemande, { label: string; tone: Tone }> = {
  deposee: { label: 'déposée', tone: 'neutre' },
  inscrite: { label: 'inscrite en commission', tone: 'encours' },
  ajournee: { label: 'ajournée', tone: 'attention' },
  avisRendu: { label: 'à décider', tone: 'encours' },
  acceptee: { label: 'à attribuer', tone: 'encours' },
  refusee: { label: 'refusée', tone: 'refus' },
  attribuee: { label: 'attribuée', tone: 'encours' },
  signee: { label: 'contrat signé', tone: 'bon' },
  abandonnee: { label: 'abandonnée', tone: 'neutre' },
};

export const etatOptions = Object.entries(etats).map(([value, { label }]) => ({ value, label }));

export function labelOfEtat(etat: EtatDemande): string {
  return etats[etat].label;
}

/** Where a Demande stands, as what waits for it. */
export function EtatDeDemande({ etat }: { etat: EtatDemande }) {
  const { label, tone } = etats[etat];
  return <Etat tone={tone}>{label}</Etat>;
}

const sens: Record<Schemas['SensAvis'], { label: string; tone: Tone }> = {
  favorable: { label: 'favorable', tone: 'bon' },
  defavorable: { label: 'défavorable', tone: 'refus' },
  ajourne: { label: 'ajourné', tone: 'attention' },
};

export function labelOfSens(value: Schemas['SensAvis']): string {
  return sens[value].label;
}

/** An Avis or a Decision, by its sense. */
export function Sens({ sens: value }: { sens: Schemas['SensAvis'] }) {
  return <Etat tone={sens[value].tone}>{sens[value].label}</Etat>;
}

/** `avec gestion`, `sans gestion`; undefined while nobody said. */
export function labelOfGestion(avecGestion: boolean | null | undefined): string | undefined {
  if (avecGestion === null || avecGestion === undefined) return undefined;
  return avecGestion ? 'avec gestion' : 'sans gestion';
}
