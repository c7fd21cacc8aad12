import { getRouteApi } from '@tanstack/react-router';
import { optionsOf } from '@/api/mots';
import { DataTable } from '@/components/ui/DataTable';
import { FilterSelect } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { accesColumns } from './accesColumns';
import { FiltresJournal } from './FiltresJournal';
import { naturesAcces, useAcces } from './journal';
import { OngletsJournal } from './OngletsJournal';

const route = getRouteApi('/cadre/journal/acces');

/** The journal of looks, across files: who saw what, and who tried. */
export function PageAcces() {
  const list = useAcces(route.useSearch());
  return (
    <Page title="Journal des accès">
      <OngletsJournal />
      <DataTable
        title="Journal des accès"
        name="journal-des-acces"
        list={list}
        columns={accesColumns}
        rowKey={(a) => String(a.id)}
        filters={
          <>
            <FilterSelect name="nature" label="Nature" options={optionsOf(naturesAcces)} />
            <FiltresJournal journal="acces" />
          </>
        }
      />
    </Page>
  );
}
