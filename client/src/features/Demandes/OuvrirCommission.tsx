import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay, plural } from '@/lib/format';
import type { Commission } from './commissions';
import { demandeKeys } from './demandes';

/** Opens a session; every Demande that waits, adjourned ones included, is put on its agenda (R8). */
export function OuvrirCommission({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [key, renewKey] = useIdempotencyKey();
  const open = useAct<string, Commission>({
    run: (date) =>
      read(
        api.POST('/api/v1/commissions', {
          params: { header: { 'Idempotency-Key': key } },
          body: { date, demandes: null },
        }),
      ),
    done: ({ date, points }) => `Séance du ${formatDay(date)} ouverte : ${plural(points.length, 'point')}.`,
    refreshes: demandeKeys,
    onDone: ({ id }) => void navigate({ to: '/commissions/$commissionId', params: { commissionId: id } }),
  });
  const form = useForm({
    initialValues: { date: null as string | null },
    validate: { date: isNotEmpty('Indiquez la date de la séance.') },
    onValuesChange: renewKey,
  });
  const others = useServerErrors(form, open.error);
  return (
    <ActDialog
      title="Ouvrir une séance"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit(({ date }) => open.mutate(date ?? ''))}
      submit="Ouvrir la séance"
      pending={open.isPending}
      error={open.error}
      others={others}
    >
      <p>Toutes les demandes déposées ou ajournées sont inscrites à l’ordre du jour.</p>
      <DateField label="Date de la séance" required data-autofocus {...form.getInputProps('date')} />
    </ActDialog>
  );
}
