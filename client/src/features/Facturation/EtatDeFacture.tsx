import { Etat } from '@/components/ui/Etat';
import { etatsFacture, tonesFacture, type Facture } from './factures';

export function EtatDeFacture({ etat }: { etat: Facture['etat'] }) {
  return <Etat tone={tonesFacture[etat]}>{etatsFacture[etat]}</Etat>;
}
