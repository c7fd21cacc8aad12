import { Button } from '@mantine/core';
import { NOTHING } from '@/lib/format';
import styles from './states.module.css';
import type { Stale } from './useVersionedAct';

/** What a record says, already written for people: what of it changed is found by comparing two of its versions. */
export type Said = readonly (readonly [name: string, value: string | null | undefined])[];

type Props<Record, Values> = {
  stale: Stale<Record, Values>;
  /** What can change under somebody's hands, of any version of the record. */
  say: (record: Record) => Said;
  /** The act, as its button says it. */
  act: string;
  /** What was typed for it. */
  mine?: Said;
  /** The version now stored still allows the act. */
  possible: boolean;
  pending: boolean;
  /** Once theirs is kept: closes the dialog, when there is one. */
  onTheirs?: () => void;
};

/** Somebody changed the record while one acted upon it (412): what they changed, what one was doing, one of both kept. */
export function Perime<Record, Values>({
  stale,
  say,
  act,
  mine = [],
  possible,
  pending,
  onTheirs,
}: Props<Record, Values>) {
  const changes = changesBetween(say(stale.before), say(stale.now));
  return (
    <div className={styles.problem} role="alert" data-tone="attention">
      <p className={styles.stateTitle}>
        Quelqu’un a modifié cette fiche entre-temps : rien n’est enregistré.
      </p>
      {changes.length > 0 ? (
        <table className={styles.versions}>
          <caption>Ce qui a changé</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">Vous aviez lu</th>
              <th scope="col">C’est maintenant</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, now }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>Ce qui a changé ne touche pas ce que montre cette page.</p>
      )}
      <div>
        <p>
          Votre acte : <strong>{act}</strong>
        </p>
        <ul className={styles.mine}>
          {mine.map(([name, value]) => (
            <li key={name}>
              {name} : {value || NOTHING}
            </li>
          ))}
        </ul>
      </div>
      {!possible && <p>La fiche, telle qu’elle est maintenant, ne permet plus cet acte.</p>}
      <div className={styles.buttons}>
        {possible && (
          <Button onClick={stale.redo} loading={pending}>
            Refaire mon acte sur cette version
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => {
            stale.forget();
            onTheirs?.();
          }}
        >
          Garder ce qui est enregistré
        </Button>
      </div>
    </div>
  );
}

function changesBetween(before: Said, now: Said) {
  const names = [...new Set([...before, ...now].map(([name]) => name))];
  const valueIn = (said: Said, name: string) => said.find(([other]) => other === name)?.[1] || NOTHING;
  return names
    .map((name) => ({ name, before: valueIn(before, name), now: valueIn(now, name) }))
    .filter((change) => change.before !== change.now);
}
