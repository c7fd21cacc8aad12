import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { List } from '@/api/list';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { PageSkeleton } from '@/components/ui/PageSkeleton';
import { SimpleTable, type SimpleColumn } from '@/components/ui/SimpleTable';
import { formatDay, NOTHING } from '@/lib/format';
import { EtatDeRencontre } from './EtatDeRencontre';
import { causes, lieux, type Rencontre } from './rencontres';
import styles from './rencontres.module.css';

type Props = { list: List<Rencontre>; actions?: (rencontre: Rencontre) => ReactNode };

const columns: readonly SimpleColumn<Rencontre>[] = [
  {
    title: 'Jour',
    nowrap: true,
    cell: ({ date, heure }) => `${formatDay(date)}${heure ? `, ${heure}` : ''}`,
  },
  {
    title: 'État',
    cell: ({ etat, cause }) => (
      <>
        <EtatDeRencontre etat={etat} />
        {cause && <div className={styles.petit}>{causes[cause]}</div>}
      </>
    ),
  },
  {
    title: 'Minutes',
    numeric: true,
    cell: ({ dureeMinutes }) => dureeMinutes ?? NOTHING,
  },
  { title: 'Lieu', cell: ({ lieu }) => lieux[lieu] },
  { title: 'Par', cell: ({ intervenant }) => intervenant?.nom ?? NOTHING },
  {
    title: 'Note',
    cell: ({ note, corrections }) => (
      <>
        {note ?? NOTHING}
        {corrections.map(({ le, motif, avant }) => (
          <div key={`${le}-${motif}`} className={styles.petit}>
            Changée le {formatDay(le)} : {motif} (avant : {formatDay(avant.date)}, {lieux[avant.lieu]}
            {avant.dureeMinutes ? `, ${avant.dureeMinutes} min` : ''})
          </div>
        ))}
      </>
    ),
  },
];

/** Meetings and contacts, with what each said before it was corrected. */
export function RencontresTable({ list, actions }: Props) {
  if (list.error) return <Erreur error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <PageSkeleton />;
  if (list.rows.length === 0) return <EmptyState title="Aucune rencontre enregistrée." />;
  return (
    <>
      <SimpleTable
        caption="Rencontres"
        rows={list.rows}
        rowKey={({ id }) => id}
        columns={actions ? [...columns, { title: 'Actes', cell: actions }] : columns}
      />
      {list.hasMore && (
        <Button variant="default" mt="xs" onClick={list.loadMore} loading={list.isLoadingMore}>
          Charger la suite
        </Button>
      )}
    </>
  );
}
