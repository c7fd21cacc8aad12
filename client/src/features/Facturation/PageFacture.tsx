import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageFacture() {
  return (
    <Page title="Facture">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
