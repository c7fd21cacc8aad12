import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageCommission() {
  return (
    <Page title="Commission">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
