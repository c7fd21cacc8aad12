import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/ui/EmptyState';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { formatDay } from '@/lib/format';
import { revuesQuery } from './comptes';

/** The yearly looks at who has an account. */
export function Revues() {
  const query = useQuery(revuesQuery);
  return (
    <Section title="Revues des comptes">
      <Loaded query={query}>
        {({ elements }) =>
          elements.length === 0 ? (
            <EmptyState title="Aucune revue n’est enregistrée.">
              Une fois par an, relisez la liste, fermez ce qui ne sert plus, puis enregistrez la revue.
            </EmptyState>
          ) : (
            <SimpleTable
              caption="Revues des comptes"
              rows={elements}
              rowKey={(r) => r.id}
              columns={[
                { title: 'Date', cell: (r) => formatDay(r.date), nowrap: true },
                { title: 'Par', cell: (r) => r.par },
                { title: 'Comptes ouverts', cell: (r) => r.comptes, numeric: true },
                { title: 'Remarque', cell: (r) => r.remarque },
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
