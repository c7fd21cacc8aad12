import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageNouvelleFacture() {
  return (
    <Page title="Nouvelle facture">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
