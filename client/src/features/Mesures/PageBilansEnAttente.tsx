import { getRouteApi } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { optionsOf, wordOf } from '@/api/mots';
import { useLots } from '@/api/references';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { formatDay } from '@/lib/format';
import { etatsBilan, suites } from './suites';

const route = getRouteApi('/cadre/bilans');

/** The final Bilans that wait for an opinion, a session or a decision, oldest first (R20). */
export function PageBilansEnAttente() {
  const { lot, etat } = route.useSearch();
  const lots = useLots();
  const etatBilan = wordOf(etatsBilan, etat);
  const list = useList(['bilans', 'attente', lot, etatBilan], (apres) =>
    read(api.GET('/api/v1/bilans', { params: { query: { lot, etatBilan, apres } } })),
  );
  return (
    <Page title="Bilans en attente" lead="Bilans finals sans décision, du plus ancien au plus récent.">
      <DataTable
        title="Bilans en attente"
        name="bilans"
        list={list}
        columns={[
          { title: 'Mesure', value: (b) => b.mesureNumero, nowrap: true },
          { title: 'Bénéficiaire', value: (b) => `${b.beneficiaireNom} ${b.beneficiairePrenom}` },
          { title: 'Lot', value: (b) => lots.labelOf(b.lot) },
          { title: 'État', value: (b) => etatsBilan[b.etat] },
          {
            title: 'Demande',
            value: (b) => (b.suite ? `${suites[b.suite]}${b.dureeMois ? `, ${b.dureeMois} mois` : ''}` : ''),
          },
          {
            title: 'Transmis le',
            value: (b) => b.transmisLe,
            cell: (b) => formatDay(b.transmisLe),
            nowrap: true,
          },
          { title: 'Terme', value: (b) => b.terme, cell: (b) => formatDay(b.terme), nowrap: true },
        ]}
        rowKey={(b) => b.id}
        rowLink={(b) => ({ to: '/mesures/$mesureId/bilans', params: { mesureId: b.mesureId } })}
        filters={
          <>
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            <FilterSelect name="etat" label="État" options={optionsOf(etatsBilan)} />
          </>
        }
        empty={
          <EmptyState title="Aucun bilan n’attend.">
            Un bilan final arrive ici dès que le titulaire le transmet.
          </EmptyState>
        }
      />
    </Page>
  );
}
