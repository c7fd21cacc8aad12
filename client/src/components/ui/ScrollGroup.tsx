import type { ReactNode } from 'react';

type Props = {
  /** Names what is inside, for whoever hears the page. */
  label: string;
  className: string | undefined;
  /** What is inside can be reached by itself: the keyboard scrolls by it. */
  linked?: boolean;
  /** Shown while its successor is on the way. */
  stale?: boolean;
  children: ReactNode;
};

/** What a narrow screen cannot show at once; the arrows of the keyboard show the rest. */
export function ScrollGroup({ label, className, linked = false, stale = false, children }: Props) {
  return (
    <div
      className={className}
      role="group"
      aria-label={label}
      tabIndex={linked ? undefined : 0}
      data-stale={stale || undefined}
      aria-busy={stale}
    >
      {children}
    </div>
  );
}
