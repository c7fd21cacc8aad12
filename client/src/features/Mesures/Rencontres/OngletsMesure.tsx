import { Link } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import styles from './rencontres.module.css';

/** The rooms of one measure. */
export function OngletsMesure({ mesureId }: { mesureId: string }) {
  const may = useMay();
  return (
    <nav aria-label="La mesure" className={styles.tabs}>
      <Link
        to="/mesures/$mesureId"
        params={{ mesureId }}
        activeOptions={{ exact: true }}
        className={styles.tab}
      >
        Mesure
      </Link>
      <Link to="/mesures/$mesureId/rencontres" params={{ mesureId }} className={styles.tab}>
        Rencontres
      </Link>
      <Link to="/mesures/$mesureId/projet" params={{ mesureId }} className={styles.tab}>
        Projet
      </Link>
      <Link to="/mesures/$mesureId/bilans" params={{ mesureId }} className={styles.tab}>
        Bilans
      </Link>
      <Link to="/mesures/$mesureId/avenants" params={{ mesureId }} className={styles.tab}>
        Avenants
      </Link>
      <Link to="/mesures/$mesureId/fin" params={{ mesureId }} className={styles.tab}>
        Fin et renouvellement
      </Link>
      {may('lireEcheances') && (
        <Link to="/mesures/$mesureId/echeances" params={{ mesureId }} className={styles.tab}>
          Échéances
        </Link>
      )}
    </nav>
  );
}
