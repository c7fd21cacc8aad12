import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import type { Bon } from './bons';

/** The journeys made before signature: without one, an abandon pays no forfait (R16). */
export function DeplacementsTable({ deplacements }: { deplacements: Bon['deplacements'] }) {
  if (deplacements.length === 0) return null;
  return (
    <Section title="Déplacements avant signature">
      <SimpleTable
        caption="Déplacements avant signature"
        rows={deplacements}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Date', cell: ({ date }) => formatDay(date), nowrap: true },
          { title: 'Lieu', cell: ({ lieu }) => lieu },
          { title: 'Intervenant', cell: ({ intervenant }) => intervenant },
        ]}
      />
    </Section>
  );
}
