import { NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { roles } from '@/api/roles';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatInteger } from '@/lib/format';
import { naturesUsage, type Quota } from './quotas';

/** Sets one limit; it holds at once, also for the hour under way. */
export function QuotaDialog({ quota, onClose }: { quota: Quota; onClose: () => void }) {
  const { role, nature } = quota;
  const form = useForm({
    initialValues: { limite: quota.limite as number | '' },
    validate: { limite: (value) => (value === '' ? 'Indiquez la limite.' : null) },
  });
  const fix = useAct({
    run: (limite: number) => read(api.POST('/api/v1/quotas', { body: { role, nature, limite } })),
    done: 'Limite fixée.',
    refreshes: [['quotas']],
    onDone: onClose,
  });
  const others = useServerErrors(form, fix.error);

  return (
    <ActDialog
      title={`${naturesUsage[nature]} : ${roles[role]}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit(({ limite }) => fix.mutate(Number(limite)))}
      submit="Fixer la limite"
      pending={fix.isPending}
      error={fix.error}
      others={others}
    >
      <NumberInput
        label="Par heure et par compte"
        description={`Habituellement ${formatInteger(quota.habituelle)}.`}
        required
        min={1}
        max={1_000_000}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        thousandSeparator=" "
        {...form.getInputProps('limite')}
      />
    </ActDialog>
  );
}
