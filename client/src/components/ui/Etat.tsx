import type { ReactNode } from 'react';
import styles from './states.module.css';

export type Tone = 'neutre' | 'encours' | 'bon' | 'attention' | 'refus';

// One outline per tone: the state is read without its colour too.
const shapes: Record<Tone, ReactNode> = {
  neutre: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentcolor" strokeWidth="1.5" />,
  encours: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentcolor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentcolor" />
    </>
  ),
  bon: <path d="M1.5 6.5 4.75 9.75 10.5 2.75" fill="none" stroke="currentcolor" strokeWidth="2" />,
  attention: <path d="M6 1.25 11.25 10.75H.75z" fill="currentcolor" />,
  refus: <path d="M2.25 2.25 9.75 9.75M9.75 2.25 2.25 9.75" stroke="currentcolor" strokeWidth="2" />,
};

/** A state, by its word, its shape and its colour. */
export function Etat({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.etat} data-tone={tone}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}
