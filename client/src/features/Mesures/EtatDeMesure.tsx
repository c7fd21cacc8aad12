import { Etat } from '@/components/ui/Etat';
import { etatsMesure, type Mesure } from './mesures';

export function EtatDeMesure({ etat }: { etat: Mesure['etat'] }) {
  return <Etat tone={etat === 'enCours' ? 'encours' : 'neutre'}>{etatsMesure[etat]}</Etat>;
}
