import { Link } from '@tanstack/react-router';
import a11y from '@/components/ui/a11y.module.css';
import { Etat } from '@/components/ui/Etat';
import { ScrollGroup } from '@/components/ui/ScrollGroup';
import { formatDay, formatDecimal, formatInteger } from '@/lib/format';
import { diplomes, type Charge, type ChargeIntervenant } from './equipe';
import styles from './equipe.module.css';

/** A bar and its figures for each worker: the line is what the working time carries, past it an alert (R25). */
export function ChargeTable({ charge }: { charge: Charge }) {
  const most = Math.max(1, ...charge.intervenants.map(({ capacite: c }) => Math.max(c.mesures, c.maximum)));
  return (
    <ScrollGroup label="Charge par intervenant" className={styles.scroll}>
      <table className={styles.charge}>
        <caption className={a11y.hidden}>Mesures en charge et capacité de chaque intervenant</caption>
        <thead>
          <tr>
            <th scope="col">Intervenant</th>
            <th scope="col">Charge</th>
            <th scope="col">Mesures</th>
            <th scope="col">Capacité</th>
            <th scope="col">ETP</th>
            <th scope="col">Aujourd’hui</th>
          </tr>
        </thead>
        <tbody>
          {charge.intervenants.map((intervenant) => (
            <Ligne key={intervenant.id} intervenant={intervenant} most={most} />
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  );
}

function Ligne({ intervenant, most }: { intervenant: ChargeIntervenant; most: number }) {
  const { id, nom, diplome, estChef, capacite, absence, remplacant } = intervenant;
  return (
    <tr>
      <th scope="row">
        <Link to="/mesures" search={{ intervenantId: id, etat: 'enCours' }}>
          {nom}
        </Link>
        <span className={styles.diplome}>
          {estChef ? 'chef de service, ' : ''}
          {diplomes[diplome]}
        </span>
      </th>
      <td className={styles.barCell}>
        <span className={styles.bar} aria-hidden="true">
          <span
            data-over={capacite.alerte !== null}
            style={{ width: `${(100 * capacite.mesures) / most}%` }}
          />
          <i style={{ insetInlineStart: `${(100 * capacite.maximum) / most}%` }} />
        </span>
        {capacite.alerte && (
          <span className={styles.pourquoi}>
            <Etat tone="attention">au-delà</Etat> {capacite.alerte}
          </span>
        )}
      </td>
      <td data-numeric>{formatInteger(capacite.mesures)}</td>
      <td data-numeric>{formatDecimal(capacite.maximum)}</td>
      <td data-numeric>{formatDecimal(capacite.etp)}</td>
      <td>
        {absence
          ? `absent jusqu’au ${formatDay(absence.fin)}, remplacé par ${remplacant ?? 'personne'}`
          : 'présent'}
      </td>
    </tr>
  );
}
