import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageCommunes() {
  return (
    <Page title="Communes">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
