import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageDemande() {
  return (
    <Page title="Demande">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
