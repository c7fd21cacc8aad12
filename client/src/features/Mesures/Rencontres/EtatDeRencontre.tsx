import { Etat, type Tone } from '@/components/ui/Etat';
import { etatsRencontre, type Fenetre, type Rencontre } from './rencontres';

const tones: Record<Rencontre['etat'], Tone> = {
  prevue: 'encours',
  tenue: 'bon',
  manquee: 'attention',
  annulee: 'neutre',
};

export function EtatDeRencontre({ etat }: { etat: Rencontre['etat'] }) {
  return <Etat tone={tones[etat]}>{etatsRencontre[etat]}</Etat>;
}

const fenetres: Record<Fenetre['etat'], [Tone, string]> = {
  enCours: ['encours', 'en cours'],
  atteinte: ['bon', 'minimum atteint'],
  nonAtteinte: ['refus', 'minimum non atteint'],
  sansMinimum: ['neutre', 'sans minimum'],
};

export function EtatDeFenetre({ etat }: { etat: Fenetre['etat'] }) {
  const [tone, word] = fenetres[etat];
  return <Etat tone={tone}>{word}</Etat>;
}
