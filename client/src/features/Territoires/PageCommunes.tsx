import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { optionsOf, wordOf, zones } from '@/api/mots';
import { useLots } from '@/api/references';
import type { components } from '@/api/schema';
import { useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Etat } from '@/components/ui/Etat';
import { FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { NOTHING } from '@/lib/format';

const route = getRouteApi('/cadre/communes');

type Commune = components['schemas']['Commune'];

const columns: readonly Column<Commune>[] = [
  { title: 'Commune', value: (c) => c.nom },
  { title: 'Code INSEE', value: (c) => c.codeInsee, nowrap: true, secondary: true },
  { title: 'Codes postaux', value: (c) => c.codesPostaux.join(' '), secondary: true },
  { title: 'Population', value: (c) => c.population, numeric: true, secondary: true },
  { title: 'Lot', value: (c) => c.lot },
  { title: 'Zone', value: (c) => c.zone, cell: (c) => (c.zone ? zones[c.zone] : NOTHING) },
  {
    title: 'Origine',
    value: (c) => originOf(c),
    cell: (c) => (c.demonstration ? <Etat tone="attention">démonstration</Etat> : originOf(c)),
  },
];

function originOf(commune: Commune): string {
  if (commune.demonstration) return 'démonstration';
  return commune.lot ? 'liste du département' : 'sans affectation';
}

/** The communes with the Lot and the Zone of today; what is ours and not the département's says so (R64). */
export function PageCommunes() {
  const { lot, codePostal, recherche, zone } = route.useSearch();
  const query = { lot, codePostal, recherche, zone: wordOf(zones, zone) };
  const list = useList(['communes', 'liste', query], (apres) =>
    read(api.GET('/api/v1/communes', { params: { query: { ...query, apres, taille: 100 } } })),
  );
  const lots = useLots();
  const may = useMay();

  return (
    <Page
      title="Communes"
      lead="Le lot dit à qui une mesure est confiée, la zone à quel prix. « démonstration » : affectation fictive, en attendant la liste du département."
      actions={
        may('importerCommunes') ? [{ label: 'Importer une liste', to: { to: '/communes/import' } }] : []
      }
    >
      <DataTable
        title="Communes"
        name="communes"
        list={list}
        columns={columns}
        rowKey={(c) => c.codeInsee}
        empty={<EmptyState title="Aucune commune : importez la liste du département." />}
        filters={
          <>
            <FilterText name="recherche" label="Nom" />
            <FilterText name="codePostal" label="Code postal" />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            <FilterSelect name="zone" label="Zone" options={optionsOf(zones)} all="Toutes" />
          </>
        }
      />
    </Page>
  );
}
