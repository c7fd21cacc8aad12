import type { ReactNode } from 'react';
import styles from './table.module.css';

export type SimpleColumn<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** Dates and numbers that read badly when broken over two lines. */
  nowrap?: boolean;
};

type Props<Row> = {
  caption: string;
  rows: readonly Row[];
  columns: readonly SimpleColumn<Row>[];
  rowKey: (row: Row) => string;
};

/** A table of a few rows inside a page, without the tools of a list. */
export function SimpleTable<Row>({ caption, rows, columns, rowKey }: Props<Row>) {
  return (
    // Reached by the keyboard, so that its arrows can show what a narrow screen leaves out.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.table} data-density="serree">
        <caption className={styles.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" data-numeric={numeric}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ title, cell, numeric, nowrap }) => (
                <td key={title} data-numeric={numeric} data-nowrap={nowrap}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
