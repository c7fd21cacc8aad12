import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { rencontreKeys, type Rencontre } from './rencontres';

type Props = { rencontre: Rencontre; onClose: () => void };

/** Takes one out of the plan and of the counts; it stays in sight with its reason. */
export function AnnulerDialog({ rencontre, onClose }: Props) {
  const form = useForm({
    initialValues: { motif: '' },
    validate: { motif: (value) => (value ? null : 'Écrivez le motif.') },
  });
  const act = useAct<{ motif: string }, Rencontre>({
    run: (body) =>
      read(
        api.POST('/api/v1/mesures/{id}/rencontres/{rencontreId}/annulation', {
          params: {
            path: { id: rencontre.mesure.id, rencontreId: rencontre.id },
            header: { 'If-Match': `"${rencontre.version}"` },
          },
          body,
        }),
      ),
    done: 'Rencontre annulée.',
    refreshes: rencontreKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, act.error);
  return (
    <ActDialog
      title={`Annuler la rencontre du ${formatDay(rencontre.date)}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit="Annuler la rencontre"
      danger
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      <p>Elle reste lisible, avec ce motif, et ne compte plus.</p>
      <TextInput label="Motif" required maxLength={500} data-autofocus {...form.getInputProps('motif')} />
    </ActDialog>
  );
}
