import { Button } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '@/components/ui/EmptyState';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { plural } from '@/lib/format';
import { detailColumns } from './detailColumns';
import type { ApercuFacture } from './factures';
import { LignesFacture } from './LignesFacture';

const FIRST = 25;
const STEP = 100;

/** What the invoice would hold. Its months are drawn a few, then by hundreds: a big Lot has thousands. */
export function ApercuDeFacture({ apercu }: { apercu: ApercuFacture }) {
  const [shown, setShown] = useState(FIRST);
  const { mois, lignes, total } = apercu;
  if (mois.length === 0) return <EmptyState title="Aucun mois-mesure ni forfait à facturer." />;
  const due = mois.filter(({ quantite }) => quantite !== 0).length;
  return (
    <>
      <Section title="Total">
        <LignesFacture lignes={lignes} total={total} />
      </Section>
      <Section
        title="Mois par mois"
        aside={`${plural(due, 'ligne facturée', 'lignes facturées')}, ${plural(mois.length - due, 'mois non dû', 'mois non dus')}`}
      >
        <SimpleTable
          caption="Mois-mesure de la facture"
          rows={mois.slice(0, shown)}
          rowKey={(detail) => `${detail.reference}-${detail.nature}-${detail.debut}-${detail.quantite}`}
          columns={detailColumns.map(({ title, cell, value, numeric, nowrap, secondary }) => ({
            title,
            cell: cell ?? value,
            numeric,
            nowrap,
            secondary,
          }))}
        />
        {shown < mois.length && (
          <Button variant="default" mt="sm" onClick={() => setShown(shown + STEP)}>
            Afficher la suite ({mois.length - shown})
          </Button>
        )}
      </Section>
    </>
  );
}
