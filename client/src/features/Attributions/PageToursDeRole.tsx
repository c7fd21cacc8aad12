import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageToursDeRole() {
  return (
    <Page title="Tour de rôle">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
