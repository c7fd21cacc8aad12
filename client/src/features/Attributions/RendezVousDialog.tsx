import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import type { Bon } from './bons';
import { preparationKeys, type Preparation } from './preparation';

type Values = { date: string | null; heure: string; lieu: string };

/** The appointment of the first Rencontre, which the service that asked takes (R13). */
export function RendezVousDialog({ bon, onClose }: { bon: Bon; onClose: () => void }) {
  const today = useAujourdhui();
  const form = useForm<Values>({
    initialValues: { date: null, heure: '', lieu: `Domicile, ${bon.commune.nom}` },
    validate: {
      date: (value) => (value ? null : 'Indiquez le jour.'),
      lieu: (value) => (value ? null : 'Indiquez le lieu.'),
    },
  });
  const act = useAct<Values, Preparation>({
    run: ({ date, heure, lieu }) =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/rendez-vous', {
          params: { path: { id: bon.id } },
          body: { date: date ?? '', lieu, heure: heure || null },
        }),
      ),
    done: 'Rendez-vous pris.',
    refreshes: preparationKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, act.error);
  return (
    <ActDialog
      title="Rendez-vous de première rencontre"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit="Prendre rendez-vous"
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      <p>
        La première rencontre a lieu au plus tard le {formatDay(bon.premiereRencontreLimite)} (R13, art. 4).
      </p>
      <DateField label="Jour" required minDate={today} {...form.getInputProps('date')} />
      <TextInput type="time" label="Heure" {...form.getInputProps('heure')} />
      <TextInput label="Lieu" required maxLength={200} {...form.getInputProps('lieu')} />
    </ActDialog>
  );
}
