import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageMesures() {
  return (
    <Page title="Mesures">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
