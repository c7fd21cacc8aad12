import { Alert, Anchor } from '@mantine/core';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { Erreur } from '@/components/ui/Erreur';
import { Facts } from '@/components/ui/Facts';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import type { components } from '@/api/schema';
import { formatInstant, formatInteger, plural } from '@/lib/format';
import { useBlocs, useSceau, useVerification, type Verification } from './journal';
import styles from './journal.module.css';
import { OngletsJournal } from './OngletsJournal';

type Bloc = components['schemas']['Bloc'];

const columns: readonly Column<Bloc>[] = [
  { title: 'Bloc', value: (b) => b.numero, numeric: true },
  { title: 'Scellé', value: (b) => b.instant, cell: (b) => formatInstant(b.instant), nowrap: true },
  { title: 'Actes', value: (b) => b.actes, numeric: true },
  { title: 'Accès', value: (b) => b.acces, numeric: true },
  {
    title: 'Empreinte',
    value: (b) => b.empreinte,
    cell: (b) => <span className={styles.hash}>{b.empreinte.slice(0, 16)}…</span>,
    secondary: true,
  },
];

/** The chain of blocks: its head, to be kept elsewhere, and its verification. No record of a person. */
export function PageSceau() {
  const sceau = useSceau();
  const blocs = useBlocs();
  const verification = useVerification();
  return (
    <Page
      title="Sceau du journal"
      actions={[
        {
          label: 'Vérifier la chaîne',
          onClick: () => verification.mutate(),
          pending: verification.isPending,
        },
        { label: 'Imprimer la tête', onClick: () => window.print() },
      ]}
    >
      <OngletsJournal />
      <div aria-live="polite">
        {verification.isPending && (
          <p>{plural(verification.compared, 'ligne comparée', 'lignes comparées')}…</p>
        )}
        {verification.error && <Erreur error={verification.error} onRetry={() => verification.mutate()} />}
        {verification.data && <Resultat seen={verification.data} lignes={verification.data.lignes} />}
      </div>
      <Section title="Tête de la chaîne">
        <Loaded query={sceau}>
          {({ tete, enAttente }) => (
            <Facts
              facts={[
                ['Dernier bloc', tete && formatInteger(tete.numero)],
                ['Scellé', tete && formatInstant(tete.instant)],
                ['Empreinte', tete && <span className={styles.hash}>{tete.empreinte}</span>],
                ['Lignes en attente', formatInteger(enAttente)],
              ]}
            />
          )}
        </Loaded>
      </Section>
      <Section
        title="Blocs"
        aside={
          <Anchor href="/api/v1/journal/blocs.csv" download size="sm">
            Exporter la chaîne (CSV)
          </Anchor>
        }
      >
        <DataTable
          title="Blocs"
          name="blocs"
          list={blocs}
          columns={columns}
          rowKey={(b) => String(b.numero)}
          empty={<EmptyState title="Rien n’est encore scellé : un bloc se ferme chaque minute." />}
        />
      </Section>
    </Page>
  );
}

function Resultat({ seen, lignes }: { seen: Verification; lignes: number }) {
  const { anomalie } = seen;
  if (!anomalie) {
    return (
      <Alert color="green.9" title="Intact">
        {plural(lignes, 'ligne est telle qu’elle fut scellée', 'lignes sont telles qu’elles furent scellées')}
        {' ; aucun bloc ne manque.'}
      </Alert>
    );
  }
  return (
    <Alert color="red" title="Touché" role="alert">
      {anomalie.ligne === null
        ? `Bloc ${anomalie.bloc ?? ''} : ${anomalie.cas}.`
        : `Journal des ${anomalie.journal ?? ''}, n° ${anomalie.ligne} (${anomalie.objet ?? 'disparue'}), bloc ${anomalie.bloc ?? ''} : ${anomalie.cas}.`}
    </Alert>
  );
}
