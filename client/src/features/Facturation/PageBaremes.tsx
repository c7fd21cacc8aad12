import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageBaremes() {
  return (
    <Page title="Barèmes">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
