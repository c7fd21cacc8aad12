import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageTourDeRole() {
  return (
    <Page title="Tour de rôle">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
