import { Anchor } from '@mantine/core';
import { FilterDay, FilterPicked } from '@/components/ui/Filters';
import { useListAddress } from '@/components/ui/useListAddress';
import { exportAddress } from './journal';

/** What both journals are filtered on; a name or a file is picked in its row. */
export function FiltresJournal({ journal }: { journal: 'actes' | 'acces' }) {
  const { params } = useListAddress();
  return (
    <>
      <FilterDay name="du" label="Du" />
      <FilterDay name="au" label="Au" />
      <FilterPicked name="utilisateurId" label="Une seule personne" />
      <FilterPicked name="mesureId" label="Un seul dossier" />
      <FilterPicked name="operation" label="Un seul acte" />
      <FilterPicked name="requeteId" label="Un seul appel" />
      <Anchor href={exportAddress(journal, params)} download size="sm">
        Exporter tout (CSV)
      </Anchor>
    </>
  );
}
