import { Etat } from '@/components/ui/Etat';
import { etatsEcheance, type Echeance } from './echeances';

type Props = { etat: Echeance['etat']; retard: boolean; jours?: number };

/** In words and in tone: a deadline passed is not like one to come. */
export function EtatDEcheance({ etat, retard, jours }: Props) {
  if (etat === 'ouverte' && retard)
    return <Etat tone="refus">{jours ? `dépassée de ${jours} j` : 'dépassée'}</Etat>;
  const tone = etat === 'tenue' ? 'bon' : retard ? 'attention' : 'neutre';
  return <Etat tone={tone}>{etatsEcheance[etat]}</Etat>;
}
