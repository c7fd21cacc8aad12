import { Button, NumberInput, Select } from '@mantine/core';
import { isInRange, isNotEmpty, useForm } from '@mantine/form';
import { getRouteApi } from '@tanstack/react-router';
import { DateField } from '@/components/ui/DateField';
import { Erreur } from '@/components/ui/Erreur';
import { Explication } from '@/components/ui/Explication';
import { Facts } from '@/components/ui/Facts';
import { Section } from '@/components/ui/Section';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay, formatLongDay } from '@/lib/format';
import { readEcheance, toParams, useEcheance } from './calculEcheance';
import styles from './simulateur.module.css';

const route = getRouteApi('/cadre/simulateur/echeance');

/** One deadline from one event (R45), with the sentences that explain it. */
export function SimulateurEcheance() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = readEcheance(search);
  const answer = useEcheance(asked);
  const form = useForm({
    initialValues: {
      evenement: search.evenement ?? null,
      jours: Number(search.jours ?? 40),
      sens: search.sens ?? 'apres',
      mode: search.mode ?? 'franc',
      calendrier: search.calendrier ?? 'metropole',
    },
    validate: {
      evenement: isNotEmpty('Indiquez la date de l’événement.'),
      jours: isInRange({ min: 0, max: 3650 }, 'Entre 0 et 3 650 jours.'),
    },
  });
  useServerErrors(form, answer.error);

  return (
    <>
      <Section title="Calculer une échéance">
        <form
          className={styles.form}
          noValidate
          onSubmit={form.onSubmit(
            (values) => void navigate({ search: (kept) => ({ ...kept, ...toParams(values) }) }),
          )}
        >
          <DateField label="Date de l’événement" required {...form.getInputProps('evenement')} />
          <NumberInput
            label="Nombre de jours"
            required
            min={0}
            allowDecimal={false}
            hideControls
            {...form.getInputProps('jours')}
          />
          <Select
            label="Sens"
            data={[
              { value: 'apres', label: 'après l’événement' },
              { value: 'avant', label: 'avant l’événement' },
            ]}
            {...form.getInputProps('sens')}
          />
          <Select
            label="Décompte"
            data={[
              { value: 'franc', label: 'jours francs' },
              { value: 'cpc642', label: 'code de procédure civile, art. 642' },
            ]}
            {...form.getInputProps('mode')}
          />
          <Select
            label="Jours fériés"
            data={[
              { value: 'metropole', label: 'métropole' },
              { value: 'alsaceMoselle', label: 'Alsace-Moselle' },
            ]}
            {...form.getInputProps('calendrier')}
          />
          <Button type="submit" loading={answer.isFetching}>
            Calculer
          </Button>
        </form>
      </Section>
      {answer.error && <Erreur error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && (
        <Section title="Échéance">
          <p className={styles.result} role="status">
            {formatLongDay(answer.data.date)}
          </p>
          <Facts facts={[['Date brute, avant report', formatDay(answer.data.dateBrute)]]} />
          <div className={styles.why}>
            <Explication phrases={answer.data.explication} clause="art. 5" />
          </div>
        </Section>
      )}
    </>
  );
}
