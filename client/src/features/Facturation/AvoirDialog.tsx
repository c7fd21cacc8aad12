import { Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { FACTURES, type Facture } from './factures';

type Props = { facture: Versioned<Facture>; opened: boolean; onClose: () => void };

/** An issued invoice does not change: an avoir takes the whole of it back (R41). */
export function AvoirDialog({ facture: { data, etag }, opened, onClose }: Props) {
  const navigate = useNavigate();
  const [key, renew] = useIdempotencyKey();
  const form = useForm({
    initialValues: { motif: '' },
    validate: { motif: isNotEmpty('Dites pourquoi la facture est corrigée.') },
  });
  const credit = useAct({
    run: (body: { motif: string }) =>
      read(
        api.POST('/api/v1/factures/{id}/avoir', {
          params: { path: { id: data.id }, header: { 'If-Match': etag, 'Idempotency-Key': key } },
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
