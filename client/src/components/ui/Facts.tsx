import type { ReactNode } from 'react';
import { NOTHING } from '@/lib/format';
import styles from './section.module.css';

/** The facts of a record, each under its name; one that is unknown shows a dash. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? NOTHING : value}</dd>
        </div>
      ))}
    </dl>
  );
}
