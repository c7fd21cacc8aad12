import { isNotEmpty } from '@mantine/form';
import type { ReactNode } from 'react';
import type { components } from '@/api/schema';
import type { Demande } from './demandes';

type Sens = components['schemas']['SensDecision'];

export type DecisionValues = {
  sens: Sens;
  date: string | null;
  avecGestion: string;
  /** `6`, `12`, `18`, `24` or `autre`. */
  duree: string;
  dureeMois: number | string;
  motif: string;
  fondement: string;
  motifDivergence: string;
  motifIneligibilite: string;
};

export const durees = ['6', '12', '18', '24'] as const;

/** The Avis that the Decision follows or differs from: the last one that was not an adjournment. */
export function avisToFollow(demande: Demande) {
  return demande.avis.findLast((avis) => avis.sens !== 'ajourne');
}

/** Begins as the Avis and the wish of the service go. */
export function initialDecision(demande: Demande, aujourdhui: string): DecisionValues {
  const souhait = demande.dureeSouhaitee;
  const quick = durees.find((months) => Number(months) === souhait);
  return {
    sens: avisToFollow(demande)?.sens === 'defavorable' ? 'defavorable' : 'favorable',
    date: aujourdhui,
    avecGestion: demande.gestionSouhaitee === null ? '' : demande.gestionSouhaitee ? 'oui' : 'non',
    duree: quick ?? (souhait ? 'autre' : ''),
    dureeMois: souhait ?? '',
    motif: '',
    fondement: '',
    motifDivergence: '',
    motifIneligibilite: '',
  };
}

export function differs(demande: Demande, { sens }: DecisionValues): boolean {
  return (avisToFollow(demande)?.sens === 'favorable') !== (sens === 'favorable');
}

export function needsIneligibilite(demande: Demande, { sens }: DecisionValues): boolean {
  return sens === 'favorable' && !Object.values(demande.eligibilite).every(Boolean);
}

const written = isNotEmpty('Dites pourquoi.');

/** The reasons are asked only where a rule asks for them (R5, R9). */
export function validateDecision(demande: Demande) {
  const when =
    (asked: (values: DecisionValues) => boolean, rule: (value: unknown) => ReactNode) =>
    (value: unknown, values: DecisionValues) => (asked(values) ? rule(value) : null);
  const favorable = ({ sens }: DecisionValues) => sens === 'favorable';
  const refused = (values: DecisionValues) => !favorable(values);
  return {
    date: isNotEmpty('Indiquez la date de la décision.'),
    avecGestion: when(favorable, isNotEmpty('Dites si la mesure est avec ou sans gestion.')),
    duree: when(favorable, isNotEmpty('Choisissez la durée du contrat.')),
    dureeMois: when((v) => favorable(v) && v.duree === 'autre', isNotEmpty('Indiquez le nombre de mois.')),
    motif: when(refused, written),
    fondement: when(refused, isNotEmpty('Citez le texte.')),
    motifDivergence: when((v) => differs(demande, v), written),
    motifIneligibilite: when((v) => needsIneligibilite(demande, v), written),
  };
}

export function toDecision(
  demande: Demande,
  values: DecisionValues,
): components['schemas']['DecisionSaisie'] {
  const favorable = values.sens === 'favorable';
  const months = values.duree === 'autre' ? Number(values.dureeMois) : Number(values.duree);
  return {
    sens: values.sens,
    date: values.date,
    avecGestion: favorable ? values.avecGestion === 'oui' : null,
    dureeMois: favorable ? months : null,
    motif: favorable ? null : values.motif.trim(),
    fondement: favorable ? null : values.fondement.trim(),
    motifDivergence: differs(demande, values) ? values.motifDivergence.trim() : null,
    motifIneligibilite: needsIneligibilite(demande, values) ? values.motifIneligibilite.trim() : null,
  };
}
