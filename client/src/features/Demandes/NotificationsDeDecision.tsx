import { Button, Group, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, read } from '@/api/http';
import { optionsOf } from '@/api/mots';
import type { components } from '@/api/schema';
import { useAujourdhui, useMay } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { Facts } from '@/components/ui/Facts';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { demandeKeys, type Demande } from './demandes';

type Schemas = components['schemas'];
type Destinataire = Schemas['Destinataire'];
type Moyen = Schemas['MoyenNotification'];

const moyens: Record<Moyen, string> = {
  courrier: 'courrier',
  courrierRecommande: 'courrier recommandé',
  remiseEnMainPropre: 'remise en main propre',
  courriel: 'courriel',
};

const destinataires = ['personne', 'service'] as const;

type Props = { demande: Demande; decision: Schemas['Decision']; etag: string };

/** Whether the person and the service that asked were told of the Decision, when and how (R9). */
export function NotificationsDeDecision({ demande, decision, etag }: Props) {
  const may = useMay();
  const [told, setTold] = useState<Destinataire | null>(null);
  const made = (who: Destinataire) => decision.notifications.find(({ destinataire }) => destinataire === who);
  const sentence = (who: Destinataire) => {
    const notification = made(who);
    return notification
      ? `le ${formatDay(notification.date)}, par ${moyens[notification.moyen]}`
      : 'pas encore';
  };
  const missing = destinataires.filter((who) => !made(who));
  return (
    <>
      <Facts
        facts={[
          ['Notifiée à la personne', sentence('personne')],
          ['Notifiée au service référent', sentence('service')],
        ]}
      />
      {may('notifierDecision') && missing.length > 0 && (
        <Group gap="xs" mt="sm">
          {missing.map((who) => (
            <Button key={who} variant="default" onClick={() => setTold(who)}>
              {who === 'service' ? 'Notifier au service' : 'Notifier à la personne'}
            </Button>
          ))}
        </Group>
      )}
      {told && (
        <NotifierDialog
          who={told}
          demande={demande}
          decision={decision}
          etag={etag}
          onClose={() => setTold(null)}
        />
      )}
    </>
  );
}

type Values = { destinataire: Destinataire; date: string | null; moyen: Moyen };

function NotifierDialog({
  who,
  demande,
  decision,
  etag,
  onClose,
}: Props & { who: Destinataire; onClose: () => void }) {
  const today = useAujourdhui();
  const act = useAct<Values, Demande>({
    run: (body) =>
      read(
        api.POST('/api/v1/demandes/{id}/decision/notifications', {
          params: { path: { id: demande.id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    done: 'Notification enregistrée.',
    refreshes: [...demandeKeys, ['mesures']],
    onDone: onClose,
  });
  const form = useForm<Values>({
    initialValues: { destinataire: who, date: today, moyen: who === 'service' ? 'courriel' : 'courrier' },
    validate: { date: (date) => (date ? null : 'Indiquez la date de la notification.') },
  });
  const others = useServerErrors(form, act.error);
  return (
    <ActDialog
      title={`Décision notifiée à ${who === 'service' ? demande.serviceReferent.nom : 'la personne'}`}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit="Enregistrer la notification"
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      <DateField
        label="Notifiée le"
        required
        data-autofocus
        minDate={decision.date}
        maxDate={today}
        {...form.getInputProps('date')}
      />
      <Select
        label="Moyen"
        required
        allowDeselect={false}
        data={optionsOf(moyens)}
        {...form.getInputProps('moyen')}
      />
    </ActDialog>
  );
}
