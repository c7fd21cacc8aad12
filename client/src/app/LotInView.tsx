import { Select } from '@mantine/core';
import { useLots } from '@/api/references';
import { useSession } from '@/api/session';
import { useListAddress } from '@/components/ui/useListAddress';
import styles from './frame.module.css';

const EVERY = 'tous';

/** The département, and the Lot that every list is narrowed to (`lot` in the address). */
export function LotInView() {
  const { departement } = useSession();
  const lots = useLots();
  const { params, setParams } = useListAddress();
  return (
    <span className={styles.lotInView}>
      <span className={styles.departement}>
        {departement.nom} ({departement.code})
      </span>
      <Select
        aria-label="Lot en vue"
        size="xs"
        className={styles.lot}
        data={[{ value: EVERY, label: 'Tous les lots' }, ...lots.options]}
        value={params.lot ?? EVERY}
        onChange={(value) => setParams({ lot: value === EVERY ? undefined : (value ?? undefined) })}
      />
    </span>
  );
}
