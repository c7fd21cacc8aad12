import type { components } from '@/api/schema';

type Eligibilite = components['schemas']['Eligibilite'];
export type Question = Exclude<keyof Eligibilite, 'allYes'>;

/** The five questions of article 2 (R5), in its order. */
export const questions: readonly { name: Question; label: string }[] = [
  { name: 'majeur', label: 'La personne est majeure' },
  { name: 'percoitPrestation', label: 'Elle perçoit au moins une prestation de la liste' },
  {
    name: 'santeOuSecuriteMenacee',
    label: 'Sa santé ou sa sécurité est menacée par ses difficultés à gérer ses ressources',
  },
  {
    name: 'sansAlterationMedicale',
    label: 'Aucune altération de ses facultés n’est médicalement constatée',
  },
  { name: 'capableDeSEngager', label: 'Elle peut comprendre un contrat et s’y engager' },
];

/** The questions answered by no. */
export function noesOf(eligibilite: Eligibilite): string[] {
  return questions.filter(({ name }) => !eligibilite[name]).map(({ label }) => label);
}
