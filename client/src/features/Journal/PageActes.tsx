import { getRouteApi } from '@tanstack/react-router';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { Page } from '@/components/ui/Page';
import { formatInstant, NOTHING } from '@/lib/format';
import { CelluleAuteur, CelluleDossier, nomDe, organismeDe, Pick, scelleDit } from './cellules';
import { FiltresJournal } from './FiltresJournal';
import { useActes, type ActeJournalise } from './journal';
import styles from './journal.module.css';
import { OngletsJournal } from './OngletsJournal';

const route = getRouteApi('/cadre/journal/actes');

const columns: readonly Column<ActeJournalise>[] = [
  { title: 'N°', value: (a) => a.id, numeric: true },
  { title: 'Quand', value: (a) => a.instant, cell: (a) => formatInstant(a.instant), nowrap: true },
  {
    title: 'Qui',
    value: (a) => `${nomDe(a.auteur)}, ${organismeDe(a.auteur)}`,
    cell: (a) => <CelluleAuteur auteur={a.auteur} />,
  },
  {
    title: 'Acte',
    value: (a) => a.libelle,
    cell: (a) => <Pick name="operation" value={a.acte} shown={a.libelle} />,
  },
  {
    title: 'Sur quoi',
    value: (a) => `${a.objet} ${a.cle}`,
    cell: (a) => <CelluleDossier mesureId={a.mesureId} objet={`${a.nature}, ${a.objet}`} />,
    secondary: true,
  },
  {
    title: 'Avant → après',
    value: (a) => a.changements.map((c) => `${c.champ} : ${c.avant ?? ''} → ${c.apres ?? ''}`).join(' | '),
    cell: (a) => <Changements acte={a} />,
    secondary: true,
  },
  { title: 'Sceau', value: (a) => scelleDit(a.scelle), secondary: true },
];

/** The journal of acts: who did what, before and after. */
export function PageActes() {
  const list = useActes(route.useSearch());
  return (
    <Page title="Journal des actes">
      <OngletsJournal />
      <DataTable
        title="Journal des actes"
        name="journal-des-actes"
        list={list}
        columns={columns}
        rowKey={(a) => String(a.id)}
        filters={<FiltresJournal journal="actes" />}
      />
    </Page>
  );
}

function Changements({ acte }: { acte: ActeJournalise }) {
  if (acte.effacees) return <>valeurs effacées sous visa des archives</>;
  if (acte.changements.length === 0) return <>{NOTHING}</>;
  return (
    <details>
      <summary>{acte.changements.length === 1 ? '1 champ' : `${acte.changements.length} champs`}</summary>
      <ul className={styles.changes}>
        {acte.changements.map(({ champ, avant, apres }) => (
          <li key={champ}>
            {champ} : {avant ?? NOTHING} → {apres ?? NOTHING}
          </li>
        ))}
      </ul>
    </details>
  );
}
