import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { EtatDeFenetre } from './EtatDeRencontre';
import { countOf, type Fenetre } from './rencontres';

/** Each window with its minimum, the latest first. */
export function FenetresTable({ fenetres }: { fenetres: readonly Fenetre[] }) {
  return (
    <Section title="Minimum de rencontres, période par période">
      <SimpleTable
        caption="Minimum de rencontres, période par période"
        rows={fenetres.toReversed()}
        rowKey={({ debut }) => debut}
        columns={[
          { title: 'Du', nowrap: true, cell: ({ debut }) => formatDay(debut) },
          { title: 'Au', nowrap: true, cell: ({ fin }) => formatDay(fin) },
          { title: 'Faites', nowrap: true, numeric: true, cell: countOf },
          { title: 'État', cell: ({ etat }) => <EtatDeFenetre etat={etat} /> },
          { title: 'Explication', cell: ({ phrase }) => phrase },
        ]}
      />
    </Section>
  );
}
