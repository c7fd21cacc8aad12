import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/ui/Page';

export function PageMesure() {
  return (
    <Page title="Mesure">
      <EmptyState title="Rien à montrer pour l’instant." />
    </Page>
  );
}
