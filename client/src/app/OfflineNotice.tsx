import { useNetwork } from '@mantine/hooks';
import styles from './frame.module.css';

/** Said at the top of every page while the machine has no network. */
export function OfflineNotice() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <p role="status" className={styles.offline}>
      Hors connexion : ce qui est affiché peut avoir changé, et rien ne peut être enregistré.
    </p>
  );
}
