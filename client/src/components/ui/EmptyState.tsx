import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './states.module.css';

type Props = {
  title: string;
  /** What will make something appear here. */
  children?: ReactNode;
  action?: { label: string; onClick: () => void };
};

/** Nothing to show, said as a fact and with what comes next. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.stateTitle}>{title}</p>
      {children && <div>{children}</div>}
      {action && (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
