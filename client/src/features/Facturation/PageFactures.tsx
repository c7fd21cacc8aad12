import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageFactures() {
  return (
    <Page title="Factures">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
