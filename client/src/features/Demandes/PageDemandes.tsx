import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageDemandes() {
  return (
    <Page title="Demandes">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
