import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageAFaire() {
  return (
    <Page title="À faire">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
