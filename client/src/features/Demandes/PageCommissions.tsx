import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageCommissions() {
  return (
    <Page title="Commissions">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
