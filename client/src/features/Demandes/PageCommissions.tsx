import { useState } from 'react';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { Page } from '@/components/ui/Page';
import { formatLongDay, plural } from '@/lib/format';
import { OuvrirCommission } from './OuvrirCommission';

type Resume = components['schemas']['CommissionResume'];

/** What is left to do of a session, in the order of the path; empty when all is done. */
function remainsOf({ sansAvis, aDecider, aAttribuer }: Resume): string[] {
  return [
    sansAvis > 0 && `${plural(sansAvis, 'avis', 'avis')} à rendre`,
    aDecider > 0 && `${plural(aDecider, 'décision')} à prendre`,
    aAttribuer > 0 && `${plural(aAttribuer, 'demande')} à attribuer`,
  ].filter((text) => text !== false);
}

const columns: Column<Resume>[] = [
  { title: 'Séance', value: (c) => c.date, cell: (c) => formatLongDay(c.date) },
  {
    title: 'Reste à faire',
    value: (c) => remainsOf(c).join(', '),
    cell: (c) => {
      const remains = remainsOf(c);
      return remains.length > 0 ? (
        remains.join(' · ')
      ) : (
        <Etat tone="bon">{c.points ? 'terminée' : 'vide'}</Etat>
      );
    },
  },
  { title: 'Points', value: (c) => c.points, numeric: true },
];

/** The sessions, latest first, each with what is left to do (R8). */
export function PageCommissions() {
  const may = useMay();
  const [opening, setOpening] = useState(false);
  const list = useList(['commissions', 'liste'], (apres) =>
    read(api.GET('/api/v1/commissions', { params: { query: { apres } } })),
  );
  return (
    <Page
      title="Commissions"
      actions={
        may('tenirCommission') ? [{ label: 'Ouvrir une séance', onClick: () => setOpening(true) }] : []
      }
    >
      <DataTable
        title="Commissions"
        name="commissions"
        list={list}
        columns={columns}
        rowKey={(c) => c.id}
        rowLink={(c) => ({ to: '/commissions/$commissionId', params: { commissionId: c.id } })}
        empty={<EmptyState title="Aucune séance n’est ouverte." />}
      />
      {opening && <OuvrirCommission onClose={() => setOpening(false)} />}
    </Page>
  );
}
