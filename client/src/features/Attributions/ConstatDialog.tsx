import { Radio, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { optionsOf } from '@/api/mots';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import type { Bon } from './bons';
import { causesRetard, preparationKeys, type Cause, type Preparation, type RendezVous } from './preparation';

type Values = { tenu: 'oui' | 'non'; cause: Cause | null; commentaire: string };

/** The appointment was held, or missed: on whose account, and why (R13). */
export function ConstatDialog({
  bon,
  rendezVous,
  onClose,
}: {
  bon: Bon;
  rendezVous: RendezVous;
  onClose: () => void;
}) {
  const form = useForm<Values>({
    initialValues: { tenu: 'oui', cause: null, commentaire: '' },
    validate: {
      cause: (value, { tenu }) => (tenu === 'non' && !value ? 'Dites du fait de qui.' : null),
      commentaire: (value, { tenu }) => (tenu === 'non' && !value ? 'Écrivez pourquoi.' : null),
    },
  });
  const act = useAct<Values, Preparation>({
    run: ({ tenu, cause, commentaire }) =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/rendez-vous/constat', {
          params: { path: { id: bon.id } },
          body: {
            tenu: tenu === 'oui',
            cause: tenu === 'oui' ? null : cause,
            commentaire: commentaire || null,
          },
        }),
      ),
    done: 'Rendez-vous constaté.',
    refreshes: preparationKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, act.error);
  const missed = form.getValues().tenu === 'non';
  return (
    <ActDialog
      title={`Rendez-vous du ${formatDay(rendezVous.date)}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit="Enregistrer"
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      <Radio.Group label="Il fut" {...form.getInputProps('tenu')}>
        <Radio value="oui" label="Tenu" my="xs" />
        <Radio value="non" label="Manqué" />
      </Radio.Group>
      {missed && (
        <>
          <Select label="Cause" required data={optionsOf(causesRetard)} {...form.getInputProps('cause')} />
          <Textarea label="Commentaire" required maxLength={1000} {...form.getInputProps('commentaire')} />
        </>
      )}
    </ActDialog>
  );
}
