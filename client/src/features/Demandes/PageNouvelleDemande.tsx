import { useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { Page } from '@/components/ui/Page';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { demandeKeys, type Demande } from './demandes';
import { toDemande, type DepotValues } from './depot';
import { DepotForm } from './DepotForm';

/** Files a Demande (R5 to R7). */
export function PageNouvelleDemande() {
  const navigate = useNavigate();
  const [key, renewKey] = useIdempotencyKey();
  const file = useAct<DepotValues, Demande>({
    run: (values) =>
      read(
        api.POST('/api/v1/demandes', {
          params: { header: { 'Idempotency-Key': key } },
          body: toDemande(values),
        }),
      ),
    done: (demande) => `Demande ${demande.numero} déposée.`,
    refreshes: demandeKeys,
    onDone: ({ id }) => void navigate({ to: '/demandes/$demandeId', params: { demandeId: id } }),
  });

  return (
    <Page title="Déposer une demande" lead="La commission l’examinera, puis le département décidera.">
      <DepotForm error={file.error} pending={file.isPending} onSubmit={file.mutate} onChange={renewKey} />
    </Page>
  );
}
