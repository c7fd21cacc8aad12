import a11y from '@/components/ui/a11y.module.css';
import { formatInteger, NOTHING } from '@/lib/format';
import type { TourDeRole } from './attributions';
import styles from './attributions.module.css';

/** The net counts of the Titulaires in force, as bars and as figures; what began and ended before is left to the register. */
export function ComptesTable({ tour }: { tour: TourDeRole }) {
  const seated = tour.comptes.filter(({ actif }) => actif);
  const most = Math.max(1, ...seated.map(({ compte }) => compte));
  return (
    <table className={styles.comptes}>
      <caption className={a11y.hidden}>Comptes nets, {tour.nom}</caption>
      <thead>
        <tr>
          <th scope="col">Titulaire</th>
          <th scope="col">Bons de commande, net</th>
          <th scope="col">Rang</th>
          <th scope="col">Dernier servi</th>
        </tr>
      </thead>
      <tbody>
        {seated.map(({ titulaire, compte, rang, dernierNumero }) => (
          <tr key={titulaire.id} data-next={tour.prochain?.titulaire.id === titulaire.id || undefined}>
            <th scope="row">{titulaire.nom}</th>
            <td className={styles.barCell}>
              <span className={styles.bar}>
                <span style={{ width: `${(100 * compte) / most}%` }} />
              </span>
              <span className={styles.count}>{formatInteger(compte)}</span>
            </td>
            <td data-label="rang">{rang}</td>
            <td data-label="dernier servi au">{dernierNumero === null ? NOTHING : `n° ${dernierNumero}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
