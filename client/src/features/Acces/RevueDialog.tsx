import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { revuesQuery } from './comptes';

export function RevueDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({ initialValues: { remarque: '' } });
  const record = useAct({
    run: ({ remarque }: { remarque: string }) =>
      read(api.POST('/api/v1/comptes/revues', { body: { remarque: remarque || null } })),
    done: 'Revue des comptes enregistrée.',
    refreshes: [revuesQuery.queryKey],
    onDone: onClose,
  });
  const others = useServerErrors(form, record.error);
  return (
    <ActDialog
      title="Enregistrer la revue des comptes"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
      submit="Enregistrer la revue"
      pending={record.isPending}
      error={record.error}
      others={others}
    >
      <p>Vous dites avoir relu la liste aujourd’hui. La revue reste enregistrée et ne change plus.</p>
      <Textarea label="Remarque" autosize minRows={3} maxLength={2000} {...form.getInputProps('remarque')} />
    </ActDialog>
  );
}
