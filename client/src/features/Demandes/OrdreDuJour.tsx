import { useRef } from 'react';
import a11y from '@/components/ui/a11y.module.css';
import { formatDay } from '@/lib/format';
import styles from './agenda.module.css';
import type { Commission } from './commissions';
import { PointRendu } from './PointRendu';
import { PointSaisi } from './PointSaisi';

/**
 * The agenda and its opinions in one table. By keyboard alone: F, D or A gives the sense and leads to the reason,
 * Entrée saves the row and leads to the next one without an opinion, the arrows go from row to row.
 */
export function OrdreDuJour({ commission, writable }: { commission: Commission; writable: boolean }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const reasons = [...new Set(commission.points.flatMap(({ avis }) => (avis ? [avis.motif] : [])))];

  const move = (from: HTMLElement, step: 1 | -1) => {
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr[data-saisie]') ?? [])];
    const here = rows.findIndex((row) => row.contains(from));
    const target = rows[here + step];
    target?.querySelector<HTMLElement>('[data-sens] input:checked, [data-sens] input')?.focus();
    return target !== undefined;
  };

  return (
    <>
      {writable && commission.points.some(({ avis }) => !avis) && (
        <p className={styles.keys}>
          Au clavier : <kbd>F</kbd> favorable, <kbd>D</kbd> défavorable, <kbd>A</kbd> ajourné, puis le motif
          et <kbd>Entrée</kbd> ; <kbd>↑</kbd> <kbd>↓</kbd> d’une ligne à l’autre.
        </p>
      )}
      <div className={styles.scroll}>
        <table className={styles.agenda}>
          <caption className={a11y.hidden}>Ordre du jour du {formatDay(commission.date)}</caption>
          <thead>
            <tr>
              <th scope="col">N°</th>
              <th scope="col">Demande</th>
              <th scope="col">Souhait</th>
              <th scope="col">Avis</th>
              <th scope="col">Motif</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {commission.points.map((point) =>
              writable && !point.avis ? (
                <PointSaisi
                  key={point.demande.id}
                  commissionId={commission.id}
                  point={point}
                  reasonsId="motifs-de-la-seance"
                  onMove={move}
                />
              ) : (
                <PointRendu key={point.demande.id} point={point} />
              ),
            )}
          </tbody>
        </table>
      </div>
      <datalist id="motifs-de-la-seance">
        {reasons.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </>
  );
}
