import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { suiteKeys } from './suites';

export type Saisie = Record<string, string | null>;

export type Champ = {
  /** As the API names it, so that its refusal stands beside it. */
  name: string;
  label: string;
  kind: 'date' | 'texte' | 'nombre' | 'choix';
  options?: { value: string; label: string }[];
  required?: boolean;
  help?: string;
};

type Props = {
  title: string;
  submit: string;
  champs: readonly Champ[];
  initial?: Saisie;
  explain?: string;
  danger?: boolean;
  done: string;
  run: (values: Saisie) => Promise<unknown>;
  onClose: () => void;
};

/** An act in the life of a measure that asks for a few things. */
export function DialogueActe({ title, submit, champs, initial, explain, danger, done, run, onClose }: Props) {
  const act = useAct<Saisie>({ run, done, refreshes: suiteKeys, onDone: onClose });
  const form = useForm<Saisie>({
    initialValues: { ...Object.fromEntries(champs.map(({ name }) => [name, null])), ...initial },
    validate: Object.fromEntries(
      champs
        .filter(({ required }) => required)
        .map(({ name, label }) => [name, (value: string | null) => (value ? null : `Indiquez : ${label}.`)]),
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
      {explain && <p>{explain}</p>}
      {champs.map((champ) => (
        <ChampSaisi key={champ.name} champ={champ} input={form.getInputProps(champ.name)} />
      ))}
    </ActDialog>
  );
}

type Input = Omit<ReturnType<ReturnType<typeof useForm<Saisie>>['getInputProps']>, 'value'> & {
  value?: string | null;
};

function ChampSaisi({
  champ: { kind, label, options, required, help },
  input,
}: {
  champ: Champ;
  input: Input;
}) {
  const { value, ...rest } = input;
  const common = { label, required, description: help, ...rest };
  const text = value ?? '';
  switch (kind) {
    case 'date':
      return <DateField {...common} value={text || null} />;
    case 'texte':
      return <Textarea autosize minRows={2} maxLength={4000} {...common} value={text} />;
    case 'nombre':
      return <TextInput inputMode="numeric" maxLength={4} {...common} value={text} />;
    case 'choix':
      return <Select data={options ?? []} allowDeselect={!required} {...common} value={text || null} />;
  }
}

/** What was typed as the API takes it: nothing for an empty field. */
export const number = (value: string | null | undefined) => (value ? Number(value) : null);
