import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageDecisions() {
  return (
    <Page title="Décisions">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
