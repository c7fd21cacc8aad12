import { Etat } from '@/components/ui/Etat';
import { labelOfEtat, tonesFacture, type Facture } from './factures';

export function EtatDeFacture({ facture }: { facture: Pick<Facture, 'etat' | 'nature'> }) {
  return <Etat tone={tonesFacture[facture.etat]}>{labelOfEtat(facture)}</Etat>;
}
