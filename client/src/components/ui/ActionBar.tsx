import { Button } from '@mantine/core';
import { useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useId } from 'react';
import styles from './page.module.css';

export type Action = {
  label: string;
  /** Either runs something or leads somewhere. */
  onClick?: () => void;
  to?: NavigateOptions;
  pending?: boolean;
  /** Why a rule refuses the act now: the button stays in sight and says it. What a person may never do is left out. */
  refusal?: string | null;
  /** Undoes or ends something: drawn apart. */
  danger?: boolean;
};

/** The next acts of a page: the first one is the main one. */
export function ActionBar({ actions }: { actions: readonly Action[] }) {
  const id = useId();
  const navigate = useNavigate();
  if (actions.length === 0) return null;
  const refused = actions.filter((action) => action.refusal);

  return (
    <div className={styles.actions} role="group" aria-label="Actions">
      <div className={styles.buttons}>
        {actions.map((action, index) => {
          const main = index === 0 && !action.danger;
          return (
            <Button
              key={action.label}
              variant={main ? 'filled' : 'default'}
              c={action.danger ? 'var(--refus)' : undefined}
              loading={action.pending}
              // Not `disabled`: the button keeps its place in the order of the keyboard, so that its reason is heard.
              data-disabled={action.refusal ? true : undefined}
              aria-disabled={action.refusal ? true : undefined}
              aria-describedby={action.refusal ? `${id}-${actions.indexOf(action)}` : undefined}
              onClick={(event) => {
                if (action.refusal) event.preventDefault();
                else if (action.to) void navigate(action.to);
                else action.onClick?.();
              }}
            >
              {action.label}
            </Button>
          );
        })}
      </div>
      {refused.length > 0 && (
        <ul className={styles.refusals}>
          {refused.map((action) => (
            <li key={action.label} id={`${id}-${actions.indexOf(action)}`}>
              {action.label} : {action.refusal}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
