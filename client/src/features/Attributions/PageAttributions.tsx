import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageAttributions() {
  return (
    <Page title="Attributions">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
