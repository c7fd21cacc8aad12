import { TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { MoneyField } from '@/components/ui/MoneyField';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import styles from './tarif.module.css';

type CreateBareme = components['schemas']['CreateBareme'];

const prices = [
  ['sgu', 'Sans gestion, urbaine'],
  ['agu', 'Avec gestion, urbaine'],
  ['sgr', 'Sans gestion, rurale'],
  ['agr', 'Avec gestion, rurale'],
  ['forfait', 'Forfait d’abandon'],
] as const;

const price = (value: number | '') => (value === '' ? 'Indiquez le prix.' : null);

export function BaremeDialog({ onClose }: { onClose: () => void }) {
  const [key, renew] = useIdempotencyKey();
  const form = useForm({
    initialValues: {
      reference: '',
      debut: null as string | null,
      sgu: '' as number | '',
      agu: '' as number | '',
      sgr: '' as number | '',
      agr: '' as number | '',
      forfait: '' as number | '',
    },
    validate: {
      reference: isNotEmpty('Indiquez la référence de l’arrêté.'),
      debut: isNotEmpty('Indiquez le premier jour.'),
      sgu: price,
      agu: price,
      sgr: price,
      agr: price,
      forfait: price,
    },
    // Another content is another creation.
    onValuesChange: renew,
  });
  const create = useAct({
    run: (body: CreateBareme) =>
      read(api.POST('/api/v1/baremes', { params: { header: { 'Idempotency-Key': key } }, body })),
    done: ({ debut }) => `Barème fixé à partir du ${formatDay(debut)}.`,
    refreshes: [['baremes'], ['calculs', 'tarif'], ['factures', 'apercu']],
    onDone: onClose,
  });
  const others = useServerErrors(form, create.error);

  return (
    <ActDialog
      title="Fixer un barème"
      opened
      wide
      onClose={onClose}
      onSubmit={form.onSubmit(({ reference, debut, ...amounts }) =>
        create.mutate({
          reference,
          debut: debut ?? '',
          sgu: Number(amounts.sgu),
          agu: Number(amounts.agu),
          sgr: Number(amounts.sgr),
          agr: Number(amounts.agr),
          forfait: Number(amounts.forfait),
        }),
      )}
      submit="Fixer le barème"
      pending={create.isPending}
      error={create.error}
      others={others}
    >
      <TextInput
        label="Référence de l’arrêté"
        required
        maxLength={200}
        {...form.getInputProps('reference')}
      />
      <DateField label="Premier jour" required {...form.getInputProps('debut')} />
      <div className={styles.fields}>
        {prices.map(([name, label]) => (
          <MoneyField key={name} label={label} required min={0} {...form.getInputProps(name)} />
        ))}
      </div>
    </ActDialog>
  );
}
