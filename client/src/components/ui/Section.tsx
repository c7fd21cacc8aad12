import { useId, type ReactNode } from 'react';
import styles from './section.module.css';

type Props = { title: string; aside?: ReactNode; children: ReactNode };

/** A part of a page under its own heading. */
export function Section({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
