import { Button } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { List } from '@/api/list';
import { downloadText, toCsv, type CsvValue } from '@/lib/csv';
import { formatInteger, NOTHING, plural } from '@/lib/format';
import a11y from './a11y.module.css';
import { Erreur } from './Erreur';
import { EmptyState } from './EmptyState';
import { PageSkeleton } from './PageSkeleton';
import { SavedViews } from './SavedViews';
import { ScrollGroup } from './ScrollGroup';
import styles from './table.module.css';
import { nextSort, sortOf, useListAddress } from './useListAddress';

export type Column<Row> = {
  title: string;
  /** What the CSV holds, and what is shown when there is no `cell`. Numbers stay numbers, dates stay `yyyy-MM-dd`. */
  value: (row: Row) => CsvValue;
  cell?: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** Dates and numbers that read badly when broken over two lines. */
  nowrap?: boolean;
  /** The API's field for `tri`; without it the column does not sort. */
  sort?: string;
  /** Left out on a phone. */
  secondary?: boolean;
};

type Props<Row> = {
  /** Names the list: its caption, its CSV file and its saved views. */
  title: string;
  name: string;
  list: List<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Where Entrée and a click lead; the first column carries the link. */
  rowLink?: (row: Row) => LinkProps;
  /** What is said of a list that is empty without any filter. */
  empty?: ReactNode;
  filters?: ReactNode;
};

/** A list: filters and sort in the address, keyboard (↑ ↓ Entrée), density, saved views, CSV of what is shown. */
export function DataTable<Row>({ title, name, list, columns, rowKey, rowLink, empty, filters }: Props<Row>) {
  const { params, setParams, replaceAll } = useListAddress();
  const [density, setDensity] = useLocalStorage<'aeree' | 'serree'>({
    key: 'masp.densite',
    defaultValue: 'aeree',
  });
  const body = useRef<HTMLTableSectionElement>(null);
  const filtered = Object.entries(params).some(([key, value]) => value && key !== 'tri');

  const exportCsv = () => {
    const rows = list.rows.map((row) => columns.map((column) => column.value(row)));
    downloadText(
      `${name}.csv`,
      toCsv(
        columns.map((column) => column.title),
        rows,
      ),
    );
  };

  const move = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row-link]') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    if (here < 0) return;
    const target = step
      ? links[here + step]
      : event.key === 'Home'
        ? links[0]
        : event.key === 'End'
          ? links.at(-1)
          : null;
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        {filters && (
          <div role="search" aria-label={`Filtres de ${title}`} className={styles.filters}>
            {filters}
          </div>
        )}
        <div className={styles.toolButtons}>
          <SavedViews name={name} />
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={density === 'serree'}
            onClick={() => setDensity(density === 'serree' ? 'aeree' : 'serree')}
          >
            Lignes serrées
          </Button>
          <Button variant="default" size="compact-sm" onClick={exportCsv} disabled={list.rows.length === 0}>
            CSV
          </Button>
        </div>
      </div>

      {list.error && <Erreur error={list.error} onRetry={list.retry} />}
      {list.isLoading && !list.error && <PageSkeleton />}
      {!list.isLoading && !list.error && list.rows.length === 0 && (
        <>
          {filtered ? (
            <EmptyState
              title="Aucune ligne ne répond à ces filtres."
              action={{ label: 'Effacer les filtres', onClick: () => replaceAll({}) }}
            />
          ) : (
            (empty ?? <EmptyState title="La liste est vide." />)
          )}
        </>
      )}
      {list.rows.length > 0 && (
        <>
          <ScrollGroup
            label={title}
            className={styles.scroll}
            linked={rowLink !== undefined}
            stale={list.isStale}
          >
            <table className={styles.table} data-density={density}>
              <caption className={a11y.hidden}>{title}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <HeaderCell
                      key={column.title}
                      column={column}
                      tri={params.tri}
                      onSort={(field) => setParams({ tri: nextSort(params.tri, field) })}
                    />
                  ))}
                </tr>
              </thead>
              {/* The keys move between the links of the rows, which stay the controls that they are. */}
              {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
              <tbody ref={body} onKeyDown={move}>
                {list.rows.map((row) => (
                  <tr key={rowKey(row)}>
                    {columns.map((column, index) => {
                      const shown = column.cell ? column.cell(row) : shownValue(column.value(row));
                      return (
                        <td
                          key={column.title}
                          data-numeric={column.numeric}
                          data-nowrap={column.nowrap}
                          data-secondary={column.secondary}
                        >
                          {index === 0 && rowLink ? (
                            <Link {...rowLink(row)} data-row-link className={styles.rowLink}>
                              {shown}
                            </Link>
                          ) : (
                            shown
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollGroup>
          <div className={styles.foot}>
            <span role="status">
              {list.hasMore
                ? `${plural(list.rows.length, 'première ligne', 'premières lignes')}`
                : plural(list.rows.length, 'ligne')}
            </span>
            {list.hasMore && (
              <Button variant="default" onClick={list.loadMore} loading={list.isLoadingMore}>
                Charger la suite
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

type HeaderProps<Row> = { column: Column<Row>; tri: string | undefined; onSort: (field: string) => void };

function HeaderCell<Row>({ column, tri, onSort }: HeaderProps<Row>) {
  const { sort, title, numeric, secondary } = column;
  if (!sort) {
    return (
      <th scope="col" data-numeric={numeric} data-secondary={secondary}>
        {title}
      </th>
    );
  }
  const state = sortOf(tri, sort);
  return (
    <th scope="col" aria-sort={state} data-numeric={numeric} data-secondary={secondary}>
      <button type="button" className={styles.sort} onClick={() => onSort(sort)}>
        {title}
        <span aria-hidden="true" className={styles.sortMark}>
          {{ ascending: '▲', descending: '▼', none: '↕' }[state]}
        </span>
      </button>
    </th>
  );
}

function shownValue(value: CsvValue): string {
  if (typeof value === 'number') return formatInteger(value);
  return value || NOTHING;
}
