import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageImportCommunes() {
  return (
    <Page title="Importer des communes">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
