import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageNouvelleDemande() {
  return (
    <Page title="Nouvelle demande">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
