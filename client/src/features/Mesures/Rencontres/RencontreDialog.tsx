import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAujourdhui } from '@/api/session';
import { optionsOf } from '@/api/mots';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ChoixRapide } from './ChoixRapide';
import { causes, lieux, rencontreKeys, type Rencontre } from './rencontres';
import { begin, send, titres, type Saisie, type Sujet } from './saisie';

const durees = ['15', '30', '45', '60', '90'] as const;
const oui = [
  { value: 'tenue', label: 'Tenue' },
  { value: 'manquee', label: 'Manquée' },
] as const;

/** Logs, plans, settles or corrects one Rencontre: what is usual is there already, Entrée saves. */
export function RencontreDialog({ sujet, onClose }: { sujet: Sujet; onClose: () => void }) {
  const today = useAujourdhui();
  const form = useForm<Saisie>({
    initialValues: begin(sujet, today),
    validate: {
      date: (value) => (value ? null : 'Indiquez le jour.'),
      cause: (value, { manquee }) => (manquee && !value ? 'Dites pourquoi elle n’a pas eu lieu.' : null),
      motif: (value) => (sujet.acte === 'corriger' && !value ? 'Écrivez le motif.' : null),
    },
  });
  const act = useAct<Saisie, Rencontre>({
    run: (values) => send(sujet, values),
    done: sujet.acte === 'prevoir' ? 'Rencontre prévue.' : 'Rencontre enregistrée.',
    refreshes: rencontreKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, act.error);
  const plans = sujet.acte === 'prevoir' || (sujet.acte === 'corriger' && sujet.rencontre?.etat === 'prevue');
  const { manquee, lieu, dureeMinutes } = form.getValues();

  return (
    <ActDialog
      title={`${titres[sujet.acte]} · ${sujet.numero}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit="Enregistrer"
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      {!plans && (
        <ChoixRapide
          label="Elle fut"
          options={oui}
          value={manquee ? 'manquee' : 'tenue'}
          onChange={(value) => form.setFieldValue('manquee', value === 'manquee')}
        />
      )}
      <ChoixRapide
        label="Lieu"
        options={optionsOf(lieux)}
        value={lieu}
        onChange={(value) => form.setFieldValue('lieu', value)}
      />
      {!plans && !manquee && (
        <Group align="end" gap="sm">
          <ChoixRapide
            label="Durée en minutes"
            options={durees.map((value) => ({ value, label: value }))}
            value={String(dureeMinutes) as (typeof durees)[number]}
            onChange={(value) => form.setFieldValue('dureeMinutes', Number(value))}
          />
          <NumberInput
            label="Autre durée"
            w="7rem"
            allowDecimal={false}
            allowNegative={false}
            hideControls
            {...form.getInputProps('dureeMinutes')}
          />
        </Group>
      )}
      {!plans && manquee && (
        <Select label="Cause" required data={optionsOf(causes)} {...form.getInputProps('cause')} />
      )}
      <Textarea
        label="Note"
        description="Lue par toutes les parties du dossier, la personne comprise."
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
      <Group grow align="start">
        <DateField
          label="Jour"
          required
          maxDate={plans ? undefined : today}
          {...form.getInputProps('date')}
        />
        <TextInput type="time" label="Heure" {...form.getInputProps('heure')} />
      </Group>
      {!plans && (
        <Group grow align="start">
          <NumberInput
            label="Trajet, en minutes"
            allowDecimal={false}
            allowNegative={false}
            hideControls
            {...form.getInputProps('trajetMinutes')}
          />
          <NumberInput
            label="Trajet, en km"
            allowDecimal={false}
            allowNegative={false}
            hideControls
            {...form.getInputProps('trajetKm')}
          />
        </Group>
      )}
      {sujet.acte === 'corriger' && (
        <TextInput label="Motif de la correction" required maxLength={500} {...form.getInputProps('motif')} />
      )}
    </ActDialog>
  );
}
