import { useEffect, type ReactNode } from 'react';
import styles from './connexion.module.css';

type Props = { title: string; lead?: ReactNode; children: ReactNode };

/** A page in front of the door: nobody is signed in yet, so there is no frame around it. */
export function Porte({ title, lead, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Masp`;
  }, [title]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <img src="/masp.svg" alt="" width={34} height={34} />
          Masp
        </p>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  );
}
