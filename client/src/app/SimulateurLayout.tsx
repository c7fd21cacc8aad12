import { Link, Outlet } from '@tanstack/react-router';
import { Page } from '@/components/ui/Page';
import styles from './simulateur.module.css';

/** Two calculators on one page, each with an address of its own. */
export function SimulateurLayout() {
  return (
    <Page title="Simulateur" lead="Calcule sans rien enregistrer, et dit pourquoi.">
      <nav aria-label="Calculs" className={styles.tabs}>
        <Link to="/simulateur/echeance">Échéance</Link>
        <Link to="/simulateur/tarif">Tarif</Link>
      </nav>
      <Outlet />
    </Page>
  );
}
