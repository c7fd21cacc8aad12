import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { demandeColumns } from './demandeColumns';

const route = getRouteApi('/cadre/decisions');

/** The Demandes on which a session has spoken and the département has not decided, oldest first. */
export function PageDecisions() {
  const { lot, recherche } = route.useSearch();
  const may = useMay();
  const lots = useLots();
  const list = useList(['demandes', 'decisions', lot, recherche], (apres) =>
    read(
      api.GET('/api/v1/demandes', {
        params: { query: { etat: 'avisRendu', lot, recherche, tri: 'deposeeLe', apres } },
      }),
    ),
  );

  return (
    <Page
      title="Décisions"
      lead={
        may('decider')
          ? 'Demandes dont l’avis est rendu, de la plus ancienne à la plus récente. Entrée ouvre la décision.'
          : 'Demandes dont l’avis est rendu ; le décideur tranche.'
      }
    >
      <DataTable
        title="Demandes à décider"
        name="decisions"
        list={list}
        columns={demandeColumns.filter(({ title }) => title !== 'État')}
        rowKey={(d) => d.id}
        rowLink={(d) => ({ to: '/demandes/$demandeId', params: { demandeId: d.id } })}
        filters={
          <>
            <FilterText name="recherche" label="Nom ou numéro" />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
          </>
        }
        empty={
          <EmptyState title="Rien n’attend de décision.">
            Une demande arrive ici dès que la commission a rendu un avis favorable ou défavorable.
          </EmptyState>
        }
      />
    </Page>
  );
}
