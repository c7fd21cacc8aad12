import { getRouteApi } from '@tanstack/react-router';
import { useLots, useTitulaires } from '@/api/references';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterArchives, FilterCommune, FilterSelect, FilterText } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { formatDay } from '@/lib/format';
import { optionsOf, typesMesure } from '@/api/mots';
import { EtatDeMesure } from './EtatDeMesure';
import { etatsMesure, useMesures, type MesureResume } from './mesures';

const route = getRouteApi('/cadre/mesures');

const columns: readonly Column<MesureResume>[] = [
  { title: 'Numéro', value: (m) => m.numero, sort: 'numero', nowrap: true },
  { title: 'Bénéficiaire', value: (m) => `${m.beneficiaireNom} ${m.beneficiairePrenom}`, sort: 'nom' },
  { title: 'État', value: (m) => etatsMesure[m.etat], cell: (m) => <EtatDeMesure etat={m.etat} /> },
  { title: 'Lot', value: (m) => m.lot },
  { title: 'Titulaire', value: (m) => m.titulaire.nom, secondary: true },
  {
    title: 'Type',
    value: (m) => m.type,
    cell: (m) => typesMesure[m.type],
    secondary: true,
  },
  { title: 'Commune', value: (m) => m.commune, secondary: true },
  {
    title: 'Signée',
    value: (m) => m.debut,
    cell: (m) => formatDay(m.debut),
    sort: 'debut',
    nowrap: true,
    secondary: true,
  },
  {
    title: 'Fin prévue',
    value: (m) => m.finPrevue,
    cell: (m) => formatDay(m.finPrevue),
    sort: 'finPrevue',
    nowrap: true,
  },
];

/** Every Mesure that the person may see, running and ended. */
export function PageMesures() {
  const list = useMesures(route.useSearch());
  const lots = useLots();
  const titulaires = useTitulaires();
  return (
    <Page title="Mesures">
      <DataTable
        title="Mesures"
        name="mesures"
        list={list}
        columns={columns}
        rowKey={(m) => m.id}
        rowLink={(m) => ({ to: '/mesures/$mesureId', params: { mesureId: m.id } })}
        empty={
          <EmptyState title="Aucune mesure.">
            Une mesure commence quand la personne signe son contrat.
          </EmptyState>
        }
        filters={
          <>
            <FilterText name="recherche" label="Numéro ou nom" />
            <FilterSelect name="lot" label="Lot" options={lots.options} />
            <FilterSelect name="titulaireId" label="Titulaire" options={titulaires.options} />
            <FilterSelect name="type" label="Type" options={optionsOf(typesMesure)} />
            <FilterSelect name="etat" label="État" options={optionsOf(etatsMesure)} />
            <FilterCommune name="commune" label="Commune" />
            <FilterArchives />
          </>
        }
      />
    </Page>
  );
}
