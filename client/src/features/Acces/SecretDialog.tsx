import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { ifMatch, PROGRAMMES, type Programme } from './programmes';
import { SecretMontre } from './SecretMontre';

type Props = { programme: Programme; onClose: () => void };

export function SecretDialog({ programme, onClose }: Props) {
  const renew = useAct({
    run: () =>
      read(
        api.POST('/api/v1/programmes/{id}/secrets', {
          params: { path: { id: programme.id }, header: { 'If-Match': ifMatch(programme) } },
        }),
      ),
    done: 'Nouveau secret donné.',
    refreshes: [PROGRAMMES],
  });
  if (renew.data) {
    return <SecretMontre clientId={programme.clientId} secret={renew.data.secret} onClose={onClose} />;
  }
  return (
    <ActDialog
      title={`Renouveler le secret de ${programme.nom}`}
      opened
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate();
      }}
      submit="Renouveler"
      pending={renew.isPending}
      error={renew.error}
    >
      <p>Le secret actuel vaut encore sept jours : le temps de donner le nouveau au programme.</p>
    </ActDialog>
  );
}
