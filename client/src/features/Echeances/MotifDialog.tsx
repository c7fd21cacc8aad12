import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { causesRetard, optionsOf, wordOf } from '@/api/mots';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { echeanceKeys } from './echeances';

type Props = {
  echeance: { id: string; libelle: string; clause: string; limite: string };
  onClose: () => void;
};

/** Why a deadline was not kept: a cause of the list and a comment, once (R46). */
export function MotifDialog({ echeance: { id, libelle, clause, limite }, onClose }: Props) {
  const form = useForm({
    initialValues: { cause: '', commentaire: '' },
    validate: {
      cause: (value) => (value ? null : 'Choisissez la cause.'),
      commentaire: (value) => (value.trim() ? null : 'Écrivez un commentaire.'),
    },
  });
  const explain = useAct({
    run: ({ cause, commentaire }: typeof form.values) =>
      read(
        api.POST('/api/v1/echeances/{id}/motif', {
          params: { path: { id } },
          body: { cause: wordOf(causesRetard, cause) ?? 'autre', commentaire },
        }),
      ),
    done: 'Motif enregistré.',
    refreshes: echeanceKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, explain.error);
  return (
    <ActDialog
      title="Motif du retard"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => explain.mutate(values))}
      submit="Enregistrer le motif"
      pending={explain.isPending}
      error={explain.error}
      others={others}
    >
      <p>
        {libelle}, échéance du {formatDay(limite)} ({clause}). Le motif est transmis au SAFPM ; il ne se
        change pas ensuite.
      </p>
      <Select
        label="Cause"
        required
        data={optionsOf(causesRetard)}
        data-autofocus
        {...form.getInputProps('cause')}
      />
      <Textarea
        label="Commentaire"
        description="Sans nom de personne."
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('commentaire')}
      />
    </ActDialog>
  );
}
