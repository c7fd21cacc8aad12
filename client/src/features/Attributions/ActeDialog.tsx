import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import type { Versioned } from '@/api/http';
import { useAujourdhui, useMay, useSession } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { Perime } from '@/components/ui/Perime';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { useVersionedAct } from '@/components/ui/useVersionedAct';
import { formatDay } from '@/lib/format';
import { actesDuBon, type ActeValues, type Champ } from './actesDuBon';
import { actesOf, bonKeys, type ActeBon, type Bon } from './bons';
import { sayBon } from './sayBon';

type Props = { acte: ActeBon; record: Versioned<Bon>; onClose: () => void };

/** One act upon an order: what it asks, what it does, and its refusal, in one dialog. */
export function ActeDialog({ acte, record, onClose }: Props) {
  const bon = record.data;
  const { title, submit, danger, champs, explain, run, done } = actesDuBon[acte];
  const today = useAujourdhui();
  const nom = useSession().utilisateur.nom;
  const navigate = useNavigate();
  const may = useMay();
  const act = useVersionedAct<Bon, ActeValues, { mesureId?: string }>(record, {
    run: (values, { data: { id }, etag }) => run({ id, etag, values }),
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
      cause: '',
    },
    validate: Object.fromEntries(
      champs.map(({ name, missing, when }) => [
        name,
        (value: unknown, values: ActeValues) => (value || when?.(values, bon) === false ? null : missing),
      ]),
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
      perime={
        act.stale && (
          <Perime
            stale={act.stale}
            say={sayBon}
            act={submit}
            mine={champs.map(({ kind, label, name }) => [label, written(kind, act.stale?.values[name])])}
            possible={actesOf(bon, may).some((other) => other.acte === acte && !other.refusal)}
            pending={act.isPending}
            onTheirs={onClose}
          />
        )
      }
    >
      {explain(bon).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {champs
        .filter(({ when }) => when?.(form.values, bon) ?? true)
        .map((champ, index) => (
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

const written = (kind: Champ['kind'], value: string | null | undefined) =>
  kind === 'date' ? formatDay(value) : value;

type ChampProps = {
  champ: Champ;
  today: string;
  /** The order's own day: nothing about it happened before. */
  first: string;
  leads: boolean;
  input: ReturnType<ReturnType<typeof useForm<ActeValues>>['getInputProps']>;
};

function ChampDActe({ champ: { kind, label, help, options = [] }, today, first, leads, input }: ChampProps) {
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
    case 'choix':
      return <Select data={[...options]} {...common} />;
    case 'texte':
      return <Textarea autosize minRows={2} maxLength={2000} {...common} />;
  }
}
