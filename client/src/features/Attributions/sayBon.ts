import type { Said } from '@/components/ui/Perime';
import { formatDay } from '@/lib/format';
import type { Bon } from './bons';
import { labelOfEtatBon, labelOfForfait } from './etatBon';

/** What somebody else may change of an order. */
export const sayBon = (bon: Bon): Said => [
  ['État', labelOfEtatBon(bon.etat)],
  ['Reçu', formatDay(bon.recuLe)],
  ['Première rencontre', formatDay(bon.premiereRencontreLe)],
  ['Contrat signé', formatDay(bon.signeLe)],
  ['Clos', formatDay(bon.closLe)],
  ['Motif de clôture', bon.motifCloture],
  ['Forfait d’abandon', labelOfForfait(bon.forfait)],
  ['Déplacements notés', String(bon.deplacements.length)],
];
