import { useNavigate } from '@tanstack/react-router';
import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { Perime } from '@/components/ui/Perime';
import { useVersionedAct } from '@/components/ui/useVersionedAct';
import { FACTURES, sayFacture, type Facture } from './factures';
import { versioned } from './useActesFacture';

type Props = { facture: Versioned<Facture>; opened: boolean; onClose: () => void };

/** An invoice that is not issued can be put aside; its months can then be prepared again. */
export function EcarterDialog({ facture, opened, onClose }: Props) {
  const { data } = facture;
  const navigate = useNavigate();
  const discard = useVersionedAct(facture, {
    run: (_: void, version) => read(api.DELETE('/api/v1/factures/{id}', { params: versioned(version) })),
    done: 'Facture écartée : elle peut être préparée à nouveau.',
    // The record is no longer there to be read again: only the lists are.
    refreshes: [[...FACTURES, 'liste'], [...FACTURES, 'trimestre'], [...FACTURES, 'apercu'], ['a-faire']],
    rereads: [FACTURES, ['a-faire']],
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
      perime={
        discard.stale && (
          <Perime
            stale={discard.stale}
            say={sayFacture}
            act="Écarter la facture"
            possible={data.etat === 'aValider' || data.etat === 'validee'}
            pending={discard.isPending}
            onTheirs={onClose}
          />
        )
      }
    >
      <p>Elle n’est pas émise : rien ne reste d’elle, et ses mois redeviennent à facturer.</p>
    </ActDialog>
  );
}
