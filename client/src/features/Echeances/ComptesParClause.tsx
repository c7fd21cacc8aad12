import { Link } from '@tanstack/react-router';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatInteger } from '@/lib/format';
import { useComptes } from './echeances';

/** How each clause is kept today, in numbers that lead to their rows. */
export function ComptesParClause({ lot }: { lot: string | undefined }) {
  return (
    <Section title="Par clause">
      <Loaded query={useComptes(lot)}>
        {({ elements }) => (
          <SimpleTable
            caption="Échéances par clause"
            rows={elements}
            rowKey={(c) => c.nature}
            columns={[
              {
                title: 'Clause',
                cell: (c) => (
                  <Link to="/echeances" search={{ nature: c.nature, lot }}>
                    {c.libelle}
                  </Link>
                ),
              },
              { title: 'Règle', cell: (c) => c.clause, nowrap: true },
              { title: 'Ouvertes', cell: (c) => formatInteger(c.ouvertes), numeric: true },
              { title: 'Dépassées', cell: (c) => formatInteger(c.depassees), numeric: true },
              { title: 'À expliquer', cell: (c) => formatInteger(c.aExpliquer), numeric: true },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
