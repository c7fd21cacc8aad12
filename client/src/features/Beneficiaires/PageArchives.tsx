import { Button } from '@mantine/core';
import { api, read } from '@/api/http';
import { DataTable, type Column } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FormErreur } from '@/components/ui/FormErreur';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { formatDay, plural } from '@/lib/format';
import { CertificatsDEffacement } from './CertificatsDEffacement';
import { PERSONNE_KEYS, useEchues, type Echue } from './personnes';

const columns: Column<Echue>[] = [
  { title: 'Personne', value: ({ nom, prenom }) => `${nom} ${prenom}` },
  {
    title: 'Dernier contact',
    value: ({ dernierContact }) => dernierContact,
    cell: ({ dernierContact }) => formatDay(dernierContact),
    nowrap: true,
  },
  { title: 'Pourquoi', value: ({ explication }) => explication, secondary: true },
];

/** Files whose delay has passed, and the certificates of those that were erased. */
export function PageArchives() {
  const list = useEchues();
  const archive = useAct({
    run: () => read(api.POST('/api/v1/archivages', { body: {} })),
    done: ({ archives, restants }) =>
      `${plural(archives, 'dossier archivé', 'dossiers archivés')}${restants > 0 ? `, encore ${restants} à archiver` : ''}.`,
    refreshes: PERSONNE_KEYS,
  });
  return (
    <Page title="Archives">
      <Section
        title="Dossiers à archiver"
        aside={
          list.rows.length > 0 && (
            <Button loading={archive.isPending} onClick={() => archive.mutate()}>
              Archiver les dossiers échus
            </Button>
          )
        }
      >
        <FormErreur error={archive.error} />
        <DataTable
          title="Dossiers à archiver"
          name="dossiers-a-archiver"
          list={list}
          columns={columns}
          rowKey={({ beneficiaireId }) => beneficiaireId}
          rowLink={({ beneficiaireId }) => ({
            to: '/beneficiaires/$beneficiaireId',
            params: { beneficiaireId },
          })}
          empty={
            <EmptyState title="Aucun dossier à archiver.">
              Un dossier le devient quand le délai de conservation est passé depuis le dernier contact.
            </EmptyState>
          }
        />
      </Section>
      <CertificatsDEffacement />
    </Page>
  );
}
