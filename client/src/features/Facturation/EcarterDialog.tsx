import { useNavigate } from '@tanstack/react-router';
import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { FACTURES, type Facture } from './factures';

type Props = { facture: Versioned<Facture>; opened: boolean; onClose: () => void };

/** An invoice that is not issued can be put aside; its months can then be prepared again. */
export function EcarterDialog({ facture: { data, etag }, opened, onClose }: Props) {
  const navigate = useNavigate();
  const discard = useAct({
    run: () =>
      read(
        api.DELETE('/api/v1/factures/{id}', {
          params: { path: { id: data.id }, header: { 'If-Match': etag } },
        }),
      ),
    done: 'Facture écartée : elle peut être préparée à nouveau.',
    // The record is no longer there to be read again: only the lists are.
    refreshes: [[...FACTURES, 'liste'], [...FACTURES, 'trimestre'], [...FACTURES, 'apercu'], ['a-faire']],
    onDone: () => void navigate({ to: '/factures', search: { trimestre: data.trimestre } }),
  });

  return (
    <ActDialog
      title="Écarter cette facture"
      opened={opened}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        discard.mutate();
      }}
      submit="Écarter la facture"
      danger
      pending={discard.isPending}
      error={discard.error}
    >
      <p>Elle n’est pas émise : rien ne reste d’elle, et ses mois redeviennent à facturer.</p>
    </ActDialog>
  );
}
