import { useForm } from '@mantine/form';
import { api, read, type Versioned } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { COMPTES, type Compte } from './comptes';

export function DepartDialog({
  compte: { data, etag },
  onClose,
}: {
  compte: Versioned<Compte>;
  onClose: () => void;
}) {
  const form = useForm({ initialValues: { fin: data.fin } });
  const set = useAct({
    run: ({ fin }: { fin: string | null }) =>
      read(
        api.POST('/api/v1/comptes/{id}/depart', {
          params: { path: { id: data.id }, header: { 'If-Match': etag } },
          body: { fin: fin || null },
        }),
      ),
    done: 'Dernier jour enregistré.',
    refreshes: [COMPTES],
    onDone: onClose,
  });
  const others = useServerErrors(form, set.error);
  return (
    <ActDialog
      title="Fixer le dernier jour"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => set.mutate(values))}
      submit="Enregistrer"
      pending={set.isPending}
      error={set.error}
      others={others}
    >
      <p>
        Ce jour compris, le compte s’ouvre ; passé ce jour, ses sessions se ferment et il ne s’ouvre plus.
      </p>
      <DateField label="Dernier jour" clearable {...form.getInputProps('fin')} />
    </ActDialog>
  );
}
