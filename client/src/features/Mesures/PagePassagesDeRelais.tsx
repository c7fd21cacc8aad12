import { useLots } from '@/api/references';
import { useMay } from '@/api/session';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';
import { formatDay } from '@/lib/format';
import { etendues, usePassagesDeRelais } from './relais';

/** Every hand-over between Titulaires that the person is a party of, and how many meetings are left (R24). */
export function PagePassagesDeRelais() {
  const list = usePassagesDeRelais();
  const lots = useLots();
  const may = useMay();
  return (
    <Page
      title="Passages de relais"
      actions={may('passerRelais') ? [{ label: 'Prévoir un passage', to: { to: '/relais/nouveau' } }] : []}
    >
      <DataTable
        title="Passages de relais"
        name="relais"
        list={list}
        columns={[
          { title: 'Prévu le', value: (r) => r.prevuLe, cell: (r) => formatDay(r.prevuLe), nowrap: true },
          { title: 'De', value: (r) => r.cedant.nom },
          { title: 'À', value: (r) => r.repreneur.nom },
          { title: 'Lot', value: (r) => lots.labelOf(r.lot) },
          { title: 'Étendue', value: (r) => etendues[r.etendue], secondary: true },
          {
            title: 'À compter du',
            value: (r) => r.demandee,
            cell: (r) => formatDay(r.demandee),
            nowrap: true,
          },
          { title: 'Mesures', value: (r) => r.mesures, numeric: true },
          { title: 'Rencontres à tenir', value: (r) => r.restent, numeric: true },
        ]}
        rowKey={(r) => r.id}
        rowLink={(r) => ({ to: '/relais/$relaisId', params: { relaisId: r.id } })}
        empty={
          <EmptyState title="Aucun passage de relais.">
            {may('passerRelais')
              ? 'Un passage de relais se prévoit quand un titulaire ne mène pas ses mesures à leur terme.'
              : 'Le département en prévoit un quand des mesures passent d’un titulaire à un autre.'}
          </EmptyState>
        }
      />
    </Page>
  );
}
