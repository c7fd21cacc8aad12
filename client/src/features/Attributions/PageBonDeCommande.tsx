import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageBonDeCommande() {
  return (
    <Page title="Bon de commande">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
