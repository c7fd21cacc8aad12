import { formatDay } from '@/lib/format';
import { countOf, useCompte } from './rencontres';

/** « 6 sur 8 avant le 9 avr. »: where the measure stands today. */
export function CompteEnCours({ mesureId }: { mesureId: string }) {
  const fenetre = useCompte(mesureId).data?.enCours;
  if (!fenetre) return null;
  return (
    <p role="status">
      Rencontres :{' '}
      <strong>
        {countOf(fenetre)} {fenetre.etat === 'enCours' ? 'avant' : 'jusqu’au'}
        {fenetre.etat === 'enCours' && ' le'} {formatDay(fenetre.fin)}
      </strong>
      {fenetre.manque > 0 && ` : il en manque ${fenetre.manque}`} ({fenetre.clause})
    </p>
  );
}
