import { Button } from '@mantine/core';
import { api, read } from '@/api/http';
import { useList } from '@/api/list';
import { roles } from '@/api/roles';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Etat } from '@/components/ui/Etat';
import { FilterSelect } from '@/components/ui/Filters';
import { useAct } from '@/components/ui/useAct';
import { useListAddress } from '@/components/ui/useListAddress';
import { optionsOf, wordOf } from '@/api/mots';
import { formatInstant } from '@/lib/format';
import { naturesAlerte, type Alerte } from './quotas';

const etats = { ouverte: 'à voir', acquittee: 'vues' };

/** Who went beyond, when and of what; which files is nobody's business here. */
export function AlertesTable() {
  const { params } = useListAddress();
  const etat = wordOf(etats, params.etat);
  const list = useList(['alertes', etat], (apres) =>
    read(api.GET('/api/v1/alertes', { params: { query: { apres, etat } } })),
  );
  const acknowledge = useAct({
    run: (id: string) => read(api.POST('/api/v1/alertes/{id}/acquittement', { params: { path: { id } } })),
    done: 'Alerte vue.',
    refreshes: [['alertes']],
  });

  const columns: Column<Alerte>[] = [
    { title: 'Quand', value: (a) => a.instant, cell: (a) => formatInstant(a.instant), nowrap: true },
    { title: 'Compte', value: (a) => a.nom ?? 'Programme' },
    { title: 'Rôle', value: (a) => roles[a.role], secondary: true },
    { title: 'Limite atteinte', value: (a) => naturesAlerte[a.nature] },
    { title: 'Nombre', value: (a) => a.limite, numeric: true },
    {
      title: 'État',
      value: (a) => (a.acquitteeLe ? 'vue' : 'à voir'),
      cell: (a) =>
        a.acquitteeLe ? (
          <Etat tone="neutre">vue le {formatInstant(a.acquitteeLe)}</Etat>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={acknowledge.isPending && acknowledge.variables === a.id}
            onClick={() => acknowledge.mutate(a.id)}
          >
            Marquer comme vue
          </Button>
        ),
    },
  ];

  return (
    <>
      {acknowledge.error && <Erreur error={acknowledge.error} />}
      <DataTable
        title="Alertes"
        name="alertes"
        list={list}
        columns={columns}
        rowKey={(a) => a.id}
        filters={<FilterSelect name="etat" label="État" options={optionsOf(etats)} all="Toutes" />}
        empty={<EmptyState title="Aucune alerte : l’usage est habituel." />}
      />
    </>
  );
}
