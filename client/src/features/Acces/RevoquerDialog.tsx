import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { ifMatch, PROGRAMMES, type Programme } from './programmes';

type Props = { programme: Programme; onClose: () => void };

export function RevoquerDialog({ programme, onClose }: Props) {
  const revoke = useAct({
    run: () =>
      read(
        api.POST('/api/v1/programmes/{id}/revocation', {
          params: { path: { id: programme.id }, header: { 'If-Match': ifMatch(programme) } },
        }),
      ),
    done: 'Programme révoqué.',
    refreshes: [PROGRAMMES],
    onDone: onClose,
  });
  return (
    <ActDialog
      title={`Révoquer ${programme.nom}`}
      opened
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        revoke.mutate();
      }}
      submit="Révoquer"
      danger
      pending={revoke.isPending}
      error={revoke.error}
    >
      <p>Ses jetons ne valent plus et il n’en obtient plus. Un programme révoqué ne se rouvre pas.</p>
    </ActDialog>
  );
}
