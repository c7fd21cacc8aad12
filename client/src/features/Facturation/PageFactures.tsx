import { getRouteApi } from '@tanstack/react-router';
import { useTitulaires } from '@/api/references';
import { useAujourdhui, useMay } from '@/api/session';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FilterSelect } from '@/components/ui/Filters';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { formatDay, formatMoney, formatQuarter, quarterOf } from '@/lib/format';
import { optionsOf } from '@/api/mots';
import { isQuarter, quartersBack, shiftQuarter } from '@/lib/quarter';
import { ChoixTrimestre } from './ChoixTrimestre';
import { EtatDeFacture } from './EtatDeFacture';
import { etatsFacture, labelOfEtat, naturesFacture, useFactures, type FactureResume } from './factures';
import styles from './matrice.module.css';
import { MatriceFactures } from './MatriceFactures';

const route = getRouteApi('/cadre/factures');

const columns: readonly Column<FactureResume>[] = [
  {
    title: 'Numéro',
    value: (f) => f.numero ?? 'pas encore émise',
    cell: (f) => (f.numero ? <span className={styles.numero}>{f.numero}</span> : 'pas encore émise'),
  },
  { title: 'Nature', value: (f) => naturesFacture[f.nature], secondary: true },
  { title: 'Trimestre', value: (f) => f.trimestre, nowrap: true },
  { title: 'Lot', value: (f) => f.lot, secondary: true },
  { title: 'Titulaire', value: (f) => f.titulaire.nom, secondary: true },
  { title: 'État', value: labelOfEtat, cell: (f) => <EtatDeFacture facture={f} /> },
  {
    title: 'Émise',
    value: (f) => f.emiseLe,
    cell: (f) => formatDay(f.emiseLe),
    nowrap: true,
    secondary: true,
  },
  { title: 'Total', value: (f) => f.total, cell: (f) => formatMoney(f.total), numeric: true },
];

/** One quarter at a glance, Titulaire by Lot; below, every Facture and Avoir. */
export function PageFactures() {
  const search = route.useSearch();
  const today = useAujourdhui();
  const may = useMay();
  const list = useFactures(search);
  const { options } = useTitulaires();
  const current = quarterOf(today);
  // Payment is in arrears: the quarter that one works on is the last one that is over.
  const trimestre = isQuarter(search.trimestre) ? search.trimestre : shiftQuarter(current, -1);

  return (
    <Page
      title="Factures"
      actions={
        may('preparerFacture')
          ? [{ label: 'Préparer une facture', to: { to: '/factures/nouvelle', search: { trimestre } } }]
          : []
      }
    >
      <Section title={formatQuarter(trimestre)} aside={<ChoixTrimestre value={trimestre} last={current} />}>
        <MatriceFactures trimestre={trimestre} />
      </Section>
      <DataTable
        title="Factures et avoirs"
        name="factures"
        list={list}
        columns={columns}
        rowKey={(f) => f.id}
        rowLink={(f) => ({ to: '/factures/$factureId', params: { factureId: f.id } })}
        empty={
          <EmptyState title="Aucune facture.">
            Une facture se prépare par lot et par trimestre, quand le trimestre est fini.
          </EmptyState>
        }
        filters={
          <>
            <FilterSelect
              name="trimestre"
              label="Trimestre"
              options={quartersBack(current, 16).map((q) => ({ value: q, label: formatQuarter(q) }))}
            />
            <FilterSelect name="titulaireId" label="Titulaire" options={options} />
            <FilterSelect name="etat" label="État" options={optionsOf(etatsFacture)} />
          </>
        }
      />
    </Page>
  );
}
