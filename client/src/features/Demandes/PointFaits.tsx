import { Link } from '@tanstack/react-router';
import { Etat } from '@/components/ui/Etat';
import { NOTHING, plural } from '@/lib/format';
import styles from './agenda.module.css';
import type { Point } from './commissions';
import { labelOfGestion } from './etatDemande';

/** Whom the item is about and what was asked for: the first cells of its row. */
export function PointFaits({ point: { ordre, demande } }: { point: Point }) {
  const wish = [
    labelOfGestion(demande.gestionSouhaitee),
    demande.dureeSouhaitee && plural(demande.dureeSouhaitee, 'mois', 'mois'),
  ].filter(Boolean);
  return (
    <>
      <td className={styles.order}>{ordre}</td>
      <th scope="row" className={styles.who}>
        <Link to="/demandes/$demandeId" params={{ demandeId: demande.id }}>
          {demande.beneficiaireNom} {demande.beneficiairePrenom}
        </Link>
        <span className={styles.small}>
          {demande.numero} · {demande.commune}, lot {demande.lot} · {demande.serviceReferent}
        </span>
        {demande.motif && <span className={styles.small}>{demande.motif}</span>}
      </th>
      <td>
        {wish.length > 0 ? wish.join(', ') : NOTHING}
        {!demande.eligible && (
          <div>
            <Etat tone="attention">éligibilité : un non</Etat>
          </div>
        )}
      </td>
    </>
  );
}
