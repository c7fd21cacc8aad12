import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useAujourdhui, useMay, useSession } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { actesDuBon, type ActeValues, type Champ } from './actesDuBon';
import { bonKeys, type ActeBon, type Bon } from './bons';

type Props = { acte: ActeBon; bon: Bon; etag: string; onClose: () => void };

/** One act upon an order: what it asks, what it does, and its refusal, in one dialog. */
export function ActeDialog({ acte, bon, etag, onClose }: Props) {
  const { title, submit, danger, champs, explain, run, done } = actesDuBon[acte];
  const today = useAujourdhui();
  const nom = useSession().utilisateur.nom;
  const navigate = useNavigate();
  const may = useMay();
  const act = useAct<ActeValues, { mesureId?: string }>({
    run: (values) => run({ id: bon.id, etag, values }),
    done,
    refreshes: bonKeys,
    onDone: ({ mesureId }) => {
      onClose();
      if (mesureId && may('lireMesures')) void navigate({ to: '/mesures/$mesureId', params: { mesureId } });
    },
  });
  const form = useForm<ActeValues>({
    initialValues: {
      date: acte === 'reception' || acte === 'abandon' ? today : null,
      datePremiereRencontre: null,
      dateSignature: null,
      lieu: acte === 'deplacement' ? bon.commune.nom : '',
      intervenant: acte === 'deplacement' ? nom : '',
      motif: '',
    },
    validate: Object.fromEntries(
      champs.map(({ name, missing }) => [name, (value: unknown) => (value ? null : missing)]),
    ),
  });
  const others = useServerErrors(form, act.error);

  return (
    <ActDialog
      title={title}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit={submit}
      danger={danger}
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      {explain(bon).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {champs.map((champ, index) => (
        <ChampDActe
          key={champ.name}
          champ={champ}
          today={today}
          first={bon.emisLe}
          leads={index === 0}
          input={form.getInputProps(champ.name)}
        />
      ))}
    </ActDialog>
  );
}

type ChampProps = {
  champ: Champ;
  today: string;
  /** The order's own day: nothing about it happened before. */
  first: string;
  leads: boolean;
  input: ReturnType<ReturnType<typeof useForm<ActeValues>>['getInputProps']>;
};

function ChampDActe({ champ: { kind, label, help }, today, first, leads, input }: ChampProps) {
  const common = {
    label,
    description: help,
    required: true,
    'data-autofocus': leads || undefined,
    ...input,
  };
  switch (kind) {
    case 'date':
      return <DateField minDate={first} maxDate={today} {...common} />;
    case 'ligne':
      return <TextInput maxLength={200} {...common} />;
    case 'texte':
      return <Textarea autosize minRows={2} maxLength={2000} {...common} />;
  }
}
