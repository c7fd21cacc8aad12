import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { BornesFields } from './BornesFields';
import { ifMatch, PROGRAMMES, readNetworks, type Programme } from './programmes';

type Props = { programme: Programme; onClose: () => void };

export function BornesDialog({ programme, onClose }: Props) {
  const form = useForm({
    initialValues: { fin: programme.fin, adresses: programme.adresses.join('\n') },
  });
  const set = useAct({
    run: ({ fin, adresses }: { fin: string | null; adresses: string }) =>
      read(
        api.POST('/api/v1/programmes/{id}/bornes', {
          params: { path: { id: programme.id }, header: { 'If-Match': ifMatch(programme) } },
          body: { fin: fin || null, adresses: readNetworks(adresses) },
        }),
      ),
    done: 'Bornes du programme enregistrées.',
    refreshes: [PROGRAMMES],
    onDone: onClose,
  });
  const others = useServerErrors(form, set.error);
  return (
    <ActDialog
      title={`Borner ${programme.nom}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => set.mutate(values))}
      submit="Enregistrer"
      pending={set.isPending}
      error={set.error}
      others={others}
    >
      <BornesFields fin={form.getInputProps('fin')} adresses={form.getInputProps('adresses')} />
    </ActDialog>
  );
}
