import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterArchives, FilterCommune, FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { demandeColumns } from './demandeColumns';
import { etatOptions, type EtatDemande } from './etatDemande';

const route = getRouteApi('/cadre/demandes');

/** Every Demande that the person may see, with its filters in the address. */
export function PageDemandes() {
  const { etat, lot, commune, serviceReferentId, recherche, tri, ...search } = route.useSearch();
  const archives = search.archives === 'true' || undefined;
  const may = useMay();
  const lots = useLots();
  const list = useList(
    ['demandes', 'liste', etat, lot, commune, serviceReferentId, recherche, tri, archives],
    (apres) =>
      read(
        api.GET('/api/v1/demandes', {
          params: {
            query: {
              etat: etat as EtatDemande,
              lot,
              commune,
              serviceReferentId,
              recherche,
              tri,
              archives,
              apres,
            },
          },
        }),
      ),
  );

  return (
    <Page
      title="Demandes"
      actions={
        may('deposerDemande') ? [{ label: 'Déposer une demande', to: { to: '/demandes/nouvelle' } }] : []
      }
    >
      <DataTable
        title="Demandes"
        name="demandes"
        list={list}
        columns={demandeColumns}
        rowKey={(d) => d.id}
        rowLink={(d) => ({ to: '/demandes/$demandeId', params: { demandeId: d.id } })}
        filters={
          <>
            <FilterText name="recherche" label="Nom ou numéro" />
            <FilterSelect name="etat" label="État" options={etatOptions} />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            <FilterCommune name="commune" label="Commune" />
            <FilterArchives />
          </>
        }
        empty={<EmptyState title="Aucune demande n’est déposée pour l’instant." />}
      />
    </Page>
  );
}
