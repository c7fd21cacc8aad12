import { Button } from '@mantine/core';
import styles from './states.module.css';

type Props = {
  /** What differs, field by field, already written for people. */
  differences: readonly { label: string; mine: string; theirs: string }[];
  /** Sends mine again over the version just read. */
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  pending?: boolean;
};

/** Somebody changed the record while it was being edited (412): both versions in sight, one to be kept. */
export function Perime({ differences, onKeepMine, onTakeTheirs, pending = false }: Props) {
  return (
    <div className={styles.problem} role="alert" data-tone="attention">
      <p className={styles.stateTitle}>Quelqu’un a modifié cette fiche pendant votre saisie.</p>
      <table className={styles.versions}>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">Votre saisie</th>
            <th scope="col">Enregistré entre-temps</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ label, mine, theirs }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.buttons}>
        <Button onClick={onKeepMine} loading={pending}>
          Garder ma saisie
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          Prendre ce qui est enregistré
        </Button>
      </div>
    </div>
  );
}
