import { Button } from '@mantine/core';
import { getRouteApi, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useLots, useTitulaires } from '@/api/references';
import { causesRetard, optionsOf } from '@/api/mots';
import { useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { FilterSelect } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { linkOf } from '@/components/ui/recordLink';
import { formatDay } from '@/lib/format';
import { ComptesParClause } from './ComptesParClause';
import { EtatDEcheance } from './EtatDEcheance';
import { MotifDialog } from './MotifDialog';
import {
  filtresEcheances,
  naturesEcheance,
  responsables,
  useEcheances,
  type EcheanceResume,
} from './echeances';

const route = getRouteApi('/cadre/echeances');

const columns: readonly Column<EcheanceResume>[] = [
  { title: 'Échéance', value: (e) => e.libelle },
  { title: 'Date', value: (e) => e.limite, cell: (e) => formatDay(e.limite), nowrap: true },
  {
    title: 'État',
    value: (e) => e.etat,
    cell: (e) => (
      <EtatDEcheance etat={e.etat} retard={e.joursDeRetard > 0 || e.aExpliquer} jours={e.joursDeRetard} />
    ),
  },
  { title: 'Dossier', value: (e) => (e.mesure ?? e.bonDeCommande)?.nom ?? '', nowrap: true },
  { title: 'À la charge de', value: (e) => responsables[e.responsable], secondary: true },
  { title: 'Titulaire', value: (e) => e.titulaire?.nom ?? '', secondary: true },
  { title: 'Intervenant', value: (e) => e.intervenant?.nom ?? '', secondary: true },
  { title: 'Lot', value: (e) => e.lot ?? '', secondary: true },
  { title: 'Cause', value: (e) => (e.cause ? causesRetard[e.cause] : ''), secondary: true },
  { title: 'Clause', value: (e) => e.clause, secondary: true, nowrap: true },
];

/** Null for what is owed over all files. */
function linkToDossier({ mesure, bonDeCommande }: EcheanceResume) {
  if (mesure) return linkOf('echeances', mesure.id);
  return bonDeCommande && linkOf('bonDeCommande', bonDeCommande.id);
}

/** Every deadline that the person may see: overdue ones first, and what of them is to be explained. */
export function PageEcheances() {
  const search = route.useSearch();
  const list = useEcheances(search);
  const lots = useLots();
  const titulaires = useTitulaires();
  const may = useMay();
  const [explained, setExplained] = useState<EcheanceResume | null>(null);
  const withAct: readonly Column<EcheanceResume>[] = may('motiverRetard')
    ? [
        ...columns,
        {
          title: 'Motif',
          value: () => '',
          cell: (e) =>
            e.aExpliquer && (
              <Button size="compact-sm" variant="default" onClick={() => setExplained(e)}>
                Motif
              </Button>
            ),
        },
      ]
    : columns;
  return (
    <Page title="Échéances">
      <ComptesParClause lot={search.lot} />
      <DataTable
        title="Échéances"
        name="echeances"
        list={list}
        columns={withAct}
        rowKey={(e) => e.id}
        rowLink={(e) => (linkToDossier(e) ?? { to: '/echeances', search }) as LinkProps}
        filters={
          <>
            <FilterSelect name="etat" label="État" options={optionsOf(filtresEcheances)} all="Ouvertes" />
            <FilterSelect name="nature" label="Clause" options={optionsOf(naturesEcheance)} all="Toutes" />
            <FilterSelect
              name="miennes"
              label="À ma charge"
              options={[{ value: 'oui', label: 'Les miennes' }]}
              all="Toutes"
            />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            <FilterSelect name="titulaireId" label="Titulaire" options={titulaires.options} />
          </>
        }
      />
      {explained && <MotifDialog echeance={explained} onClose={() => setExplained(null)} />}
    </Page>
  );
}
