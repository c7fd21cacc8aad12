import { TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { PERSONNE_KEYS, type Fiche } from './personnes';

type Props = { fiche: Fiche; onClose: () => void };

/** The archives agreed to the erasure: it outlives the file, so it names nobody. */
export function VisaDialog({ fiche, onClose }: Props) {
  const today = useAujourdhui();
  const [key, renew] = useIdempotencyKey();
  const form = useForm({
    initialValues: {
      reference: '',
      date: today,
      service: 'Archives départementales',
      document: '',
    },
    validate: {
      reference: isNotEmpty('Écrivez la référence du visa.'),
      date: isNotEmpty('Indiquez la date du visa.'),
      service: isNotEmpty('Dites quel service l’a donné.'),
    },
  });
  const record = useAct({
    run: ({ date, document, ...rest }: typeof form.values) =>
      read(
        api.POST('/api/v1/beneficiaires/{id}/visas', {
          params: { path: { id: fiche.id }, header: { 'Idempotency-Key': key } },
          body: { ...rest, date: date ?? '', document: document || null },
        }),
      ),
    done: 'Visa enregistré. Une autre personne peut effacer le dossier.',
    refreshes: PERSONNE_KEYS,
    onDone: () => {
      renew();
      onClose();
    },
  });
  const others = useServerErrors(form, record.error);
  return (
    <ActDialog
      title="Enregistrer le visa des archives"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => record.mutate(values))}
      submit="Enregistrer le visa"
      pending={record.isPending}
      error={record.error}
      others={others}
    >
      <p>Le visa reste après l’effacement : il ne nomme pas la personne.</p>
      <TextInput label="Référence" required maxLength={100} {...form.getInputProps('reference')} />
      <DateField label="Date du visa" required maxDate={today} {...form.getInputProps('date')} />
      <TextInput label="Service" required maxLength={200} {...form.getInputProps('service')} />
      <TextInput
        label="Document"
        description="Où le visa signé est conservé."
        maxLength={200}
        {...form.getInputProps('document')}
      />
    </ActDialog>
  );
}
