import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { ActionBar, type Action } from './ActionBar';
import styles from './page.module.css';

type Props = {
  title: string;
  /** The state of the record, beside its title: an `Etat`. */
  status?: ReactNode;
  /** One sentence or a few facts under the title. */
  lead?: ReactNode;
  /** What can be done next, the main act first; at the same place on every page. */
  actions?: readonly Action[];
  children: ReactNode;
};

/** The one shape of a page: title, state, acts, content. Names the document and takes the focus on arrival. */
export function Page({ title, status, lead, actions = [], children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });

  useEffect(() => {
    document.title = `${title} · Masp`;
  }, [title]);

  useEffect(() => {
    // The first page of a visit keeps the focus at the top, where the skip link is.
    if (arrivedBefore) heading.current?.focus({ preventScroll: true });
    arrivedBefore = true;
  }, [pathname]);

  return (
    <>
      <div className={styles.head}>
        <div className={styles.titles}>
          <div className={styles.titleLine}>
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {status}
          </div>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        <ActionBar actions={actions} />
      </div>
      {children}
    </>
  );
}

let arrivedBefore = false;
