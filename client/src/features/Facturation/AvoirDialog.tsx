import { Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { Perime } from '@/components/ui/Perime';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { useVersionedAct } from '@/components/ui/useVersionedAct';
import { FACTURES, sayFacture, type Facture } from './factures';
import { versioned } from './useActesFacture';

type Props = { facture: Versioned<Facture>; opened: boolean; onClose: () => void };

/** An issued invoice does not change: an avoir takes the whole of it back (R41). */
export function AvoirDialog({ facture, opened, onClose }: Props) {
  const { data } = facture;
  const navigate = useNavigate();
  const [key, renew] = useIdempotencyKey();
  const form = useForm({
    initialValues: { motif: '' },
    validate: { motif: isNotEmpty('Dites pourquoi la facture est corrigée.') },
  });
  const credit = useVersionedAct(facture, {
    run: (body: { motif: string }, version) =>
      read(
        api.POST('/api/v1/factures/{id}/avoir', {
          params: {
            path: { id: data.id },
            header: { ...versioned(version).header, 'Idempotency-Key': key },
          },
          body,
        }),
      ),
    done: ({ numero }) => `Avoir ${numero ?? ''} fait : ses mois peuvent être facturés à nouveau.`,
    refreshes: [FACTURES, ['a-faire']],
    onDone: ({ id }) => {
      renew();
      onClose();
      void navigate({ to: '/factures/$factureId', params: { factureId: id } });
    },
  });
  const others = useServerErrors(form, credit.error);

  return (
    <ActDialog
      title={`Corriger la facture ${data.numero ?? ''} par un avoir`}
      opened={opened}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => credit.mutate(values))}
      submit="Faire l’avoir"
      danger
      pending={credit.isPending}
      error={credit.error}
      perime={
        credit.stale && (
          <Perime
            stale={credit.stale}
            say={sayFacture}
            act="Faire l’avoir"
            mine={[['Motif', credit.stale.values.motif]]}
            possible={data.nature === 'facture' && data.etat === 'emise'}
            pending={credit.isPending}
            onTheirs={onClose}
          />
        )
      }
      others={others}
    >
      <p>
        L’avoir reprend toute la facture et prend un numéro dans la série du titulaire. Il ne s’efface pas.
      </p>
      <Textarea
        label="Motif"
        required
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('motif')}
      />
    </ActDialog>
  );
}
