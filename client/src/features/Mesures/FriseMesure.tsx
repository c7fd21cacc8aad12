import type { CSSProperties } from 'react';
import { formatDay } from '@/lib/format';
import type { Frise } from './frise';
import styles from './frise.module.css';

/** The life of a measure on one line; its table says the same, so that a reader without eyes loses nothing. */
export function FriseMesure({ frise }: { frise: Frise }) {
  const lanes = Math.max(1, ...frise.reperes.map((repere) => repere.lane + 1));
  return (
    <div aria-hidden="true" className={styles.frise} style={variables({ couloirs: lanes })}>
      <div className={styles.ligne}>
        {frise.contrats.map(({ rang, debut, fin }) => (
          <span
            key={rang}
            className={styles.contrat}
            style={{ insetInlineStart: `${debut}%`, width: `${fin - debut}%` }}
          />
        ))}
        {frise.suspensions.map(({ debut, fin }) => (
          <span
            key={debut}
            className={styles.suspension}
            style={{ insetInlineStart: `${debut}%`, width: `${Math.max(0.5, fin - debut)}%` }}
          />
        ))}
        {frise.aujourdhui !== null && (
          <span className={styles.aujourdhui} style={{ insetInlineStart: `${frise.aujourdhui}%` }}>
            <span data-bord={bordOf(frise.aujourdhui)}>aujourd’hui</span>
          </span>
        )}
      </div>
      <ol className={styles.reperes}>
        {frise.reperes.map(({ evenement, place, lane }) => (
          <li
            key={`${evenement.date}-${evenement.nature}`}
            data-a-venir={evenement.aVenir || undefined}
            data-bord={place > 85 || undefined}
            style={variables({ place: `${place}%`, couloir: lane })}
          >
            <span className={styles.point} data-nature={evenement.nature} />
            <span className={styles.etiquette}>
              <b>{labels[evenement.nature] ?? evenement.nature}</b> {formatDay(evenement.date)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Near an end of the line, its word stands on the inner side. */
const bordOf = (place: number) => (place < 12 ? 'debut' : place > 88 ? 'fin' : undefined);

const labels: Record<string, string> = {
  depot: 'demande',
  avis: 'avis',
  decision: 'décision',
  attribution: 'attribution',
  reception: 'reçu',
  rencontre: '1re rencontre',
  signature: 'signée',
  renouvellement: 'renouvelée',
  suspension: 'suspendue',
  gestion: 'gestion',
  demenagement: 'déménagement',
  terme: 'terme',
  fin: 'fin',
};

/** What the style sheet computes with. */
function variables(values: Record<string, string | number>): CSSProperties {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));
}
