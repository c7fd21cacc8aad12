import type { ReactNode } from 'react';
import a11y from './a11y.module.css';
import { ScrollGroup } from './ScrollGroup';
import styles from './table.module.css';

export type SimpleColumn<Row> = {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** Dates and numbers that read badly when broken over two lines. */
  nowrap?: boolean;
  /** Left out on a phone. */
  secondary?: boolean;
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
    <ScrollGroup label={caption} className={styles.scroll}>
      <table className={styles.table} data-density="serree">
        <caption className={a11y.hidden}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric, secondary }) => (
              <th key={title} scope="col" data-numeric={numeric} data-secondary={secondary}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ title, cell, numeric, nowrap, secondary }) => (
                <td key={title} data-numeric={numeric} data-nowrap={nowrap} data-secondary={secondary}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  );
}
