import { useAujourdhui } from '@/api/session';
import { Etat } from '@/components/ui/Etat';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { layFrise } from './frise';
import { FriseMesure } from './FriseMesure';
import type { Evenement, Mesure } from './mesures';

type Props = { mesure: Mesure; evenements: readonly Evenement[] };

/** What happened and what is to come: drawn on one line, then told in a table. */
export function ChronologieMesure({ mesure, evenements }: Props) {
  const today = useAujourdhui();
  return (
    <Section title="Chronologie">
      <FriseMesure frise={layFrise(mesure, evenements, today)} />
      <SimpleTable
        caption="Chronologie de la mesure"
        rows={evenements}
        rowKey={(e) => `${e.date}-${e.nature}-${e.libelle}`}
        columns={[
          { title: 'Date', cell: (e) => formatDay(e.date), nowrap: true },
          { title: 'Événement', cell: (e) => e.libelle },
          { title: 'Règle', cell: (e) => e.clause, nowrap: true },
          {
            title: 'Quand',
            cell: (e) => <Etat tone={e.aVenir ? 'neutre' : 'bon'}>{e.aVenir ? 'à venir' : 'fait'}</Etat>,
          },
        ]}
      />
    </Section>
  );
}
