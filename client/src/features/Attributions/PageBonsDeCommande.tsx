import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageBonsDeCommande() {
  return (
    <Page title="Bons de commande">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
