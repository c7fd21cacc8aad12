import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { echeanceKeys, type Echeance } from './echeances';

type Props = { echeance: Echeance; onClose: () => void };

/** A deadline moved by a decision: the old date, the new one and the reason stay on record (R46). */
export function DecalageDialog({ echeance: { id, libelle, limite }, onClose }: Props) {
  const today = useAujourdhui();
  const form = useForm<{ limite: string | null; motif: string }>({
    initialValues: { limite: null, motif: '' },
    validate: {
      limite: (value) => (value ? null : 'Dites la nouvelle échéance.'),
      motif: (value) => (value.trim() ? null : 'Écrivez le motif.'),
    },
  });
  const move = useAct({
    run: (values: typeof form.values) =>
      read(
        api.POST('/api/v1/echeances/{id}/decalage', {
          params: { path: { id } },
          body: { limite: values.limite ?? '', motif: values.motif },
        }),
      ),
    done: 'Échéance déplacée.',
    refreshes: echeanceKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, move.error);
  return (
    <ActDialog
      title="Déplacer l’échéance"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => move.mutate(values))}
      submit="Déplacer"
      pending={move.isPending}
      error={move.error}
      others={others}
    >
      <p>
        {libelle} : {formatDay(limite)} aujourd’hui. Le déplacement reste au dossier avec son motif et son
        auteur.
      </p>
      <DateField
        label="Nouvelle échéance"
        description="Un jour ouvré."
        required
        minDate={today}
        data-autofocus
        {...form.getInputProps('limite')}
      />
      <Textarea
        label="Motif"
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('motif')}
      />
    </ActDialog>
  );
}
