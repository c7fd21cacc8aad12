import { Select } from '@mantine/core';
import { useLots, useTitulaires } from '@/api/references';
import { useAujourdhui, useSession } from '@/api/session';
import { useListAddress } from '@/components/ui/useListAddress';
import { formatQuarter, quarterOf } from '@/lib/format';
import { quartersBack } from '@/lib/quarter';
import styles from './tarif.module.css';

/** Titulaire, Lot and quarter, in the address: a preview can be mailed. */
export function ChoixDeFacture({ titulaireId }: { titulaireId: string | undefined }) {
  const { params, setParams } = useListAddress();
  const { titulaire: own } = useSession().utilisateur;
  const { titulaires } = useTitulaires();
  const lots = useLots();
  const quarters = quartersBack(quarterOf(useAujourdhui()), 16);
  const chosen = titulaires.find(({ id }) => id === titulaireId);
  const held = new Set(chosen?.conventions.map(({ lotCode }) => lotCode));

  return (
    <div className={styles.choix}>
      <Select
        label="Titulaire"
        placeholder="Choisissez"
        data={titulaires
          .filter(({ id }) => !own || own.id === id)
          .map(({ id, nom }) => ({ value: id, label: nom }))}
        value={titulaireId ?? null}
        onChange={(id) => setParams({ titulaireId: id ?? undefined })}
      />
      <Select
        label="Lot"
        placeholder="Choisissez"
        data={lots.options.map((option) => ({
          ...option,
          label: chosen && !held.has(option.value) ? `${option.label} (sans convention)` : option.label,
        }))}
        value={params.lot ?? null}
        onChange={(lot) => setParams({ lot: lot ?? undefined })}
      />
      <Select
        label="Trimestre"
        placeholder="Choisissez"
        data={quarters.map((quarter) => ({ value: quarter, label: formatQuarter(quarter) }))}
        value={params.trimestre ?? null}
        onChange={(trimestre) => setParams({ trimestre: trimestre ?? undefined })}
      />
    </div>
  );
}
