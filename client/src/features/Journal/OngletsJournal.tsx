import { Link } from '@tanstack/react-router';
import { useMay } from '@/api/session';
import styles from './journal.module.css';

/** The three pages of the journals; each person sees those open to them. */
export function OngletsJournal() {
  const may = useMay();
  return (
    <nav aria-label="Journal" className={styles.tabs}>
      {may('lireJournal') && (
        <>
          <Link to="/journal/actes" className={styles.tab}>
            Actes
          </Link>
          <Link to="/journal/acces" className={styles.tab}>
            Accès
          </Link>
        </>
      )}
      {may('verifierJournal') && (
        <Link to="/journal/sceau" className={styles.tab}>
          Sceau
        </Link>
      )}
    </nav>
  );
}
