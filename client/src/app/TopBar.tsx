import { Burger, Kbd } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMay, useSession } from '@/api/session';
import { formatDay } from '@/lib/format';
import { AccountMenu } from './AccountMenu';
import { LotInView } from './LotInView';
import styles from './frame.module.css';

export function TopBar({ onOpenRail }: { onOpenRail: () => void }) {
  const session = useSession();
  const may = useMay();
  return (
    <div className={styles.top}>
      <Burger
        className={styles.onlyNarrow}
        size="sm"
        aria-label="Ouvrir la navigation"
        onClick={onOpenRail}
      />
      {may('rechercher') && (
        <button
          type="button"
          className={styles.search}
          onClick={() => spotlight.open()}
          aria-keyshortcuts="Control+K"
        >
          <IconSearch size={16} aria-hidden="true" />
          <span className={styles.searchText}>Personne, mesure, commune…</span>
          <Kbd size="xs" aria-hidden="true" className={styles.onlyWide}>
            Ctrl K
          </Kbd>
        </button>
      )}
      <div className={styles.context}>
        {session.demonstration && (
          <span className={styles.demonstration}>
            démonstration<span className={styles.onlyWide}> · {formatDay(session.aujourdhui)}</span>
          </span>
        )}
        <LotInView />
        <AccountMenu />
      </div>
    </div>
  );
}
