import { NOTHING } from '@/lib/format';
import styles from './agenda.module.css';
import type { Point } from './commissions';
import { labelOfEtat, Sens } from './etatDemande';
import { PointFaits } from './PointFaits';

/** An item on which the session has spoken, or of a session that one only reads. */
export function PointRendu({ point }: { point: Point }) {
  const { avis, demande } = point;
  return (
    <tr>
      <PointFaits point={point} />
      <td>{avis ? <Sens sens={avis.sens} /> : NOTHING}</td>
      <td>
        {avis?.motif}
        {avis && (
          <span className={styles.small}>
            {avis.sens === 'ajourne' && demande.etat === 'ajournee'
              ? 'revient à la prochaine séance'
              : `depuis : ${labelOfEtat(demande.etat)}`}
          </span>
        )}
      </td>
    </tr>
  );
}
