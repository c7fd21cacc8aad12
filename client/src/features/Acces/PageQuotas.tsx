import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { Loaded } from '@/components/ui/Loaded';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { AlertesTable } from './AlertesTable';
import { QuotaDialog } from './QuotaDialog';
import { QuotasTable } from './QuotasTable';
import type { Quota } from './quotas';

/** What each role may look at in one hour, and the accounts that went beyond. */
export function PageQuotas() {
  const query = useQuery({ queryKey: ['quotas'], queryFn: () => read(api.GET('/api/v1/quotas')) });
  const [changing, setChanging] = useState<Quota | null>(null);

  return (
    <Page
      title="Quotas et alertes"
      lead="Au-delà de la limite de son rôle, un compte attend l’heure suivante et une alerte vous en prévient."
    >
      <Section title="Alertes">
        <AlertesTable />
      </Section>
      <Section title="Limites par heure et par compte">
        <Loaded query={query}>
          {({ elements }) => <QuotasTable quotas={elements} onChange={setChanging} />}
        </Loaded>
      </Section>
      {changing && <QuotaDialog quota={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}
