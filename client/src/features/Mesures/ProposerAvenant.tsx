import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { optionsOf } from '@/api/mots';
import type { components } from '@/api/schema';
import { useAujourdhui } from '@/api/session';
import { DateField } from '@/components/ui/DateField';
import { FormErreur } from '@/components/ui/FormErreur';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ConsequencesVues } from './ConsequencesVues';
import { naturesAvenant, suiteKeys, type Avenant, type Consequences } from './suites';

type Schemas = components['schemas'];
type Values = {
  nature: Schemas['NatureAvenant'];
  avecGestion: string | null;
  debut: string | null;
  fin: string | null;
  nouvelleFin: string | null;
  motif: string;
  accordLe: string | null;
};

const objetOf = ({ nature, avecGestion, debut, fin, nouvelleFin }: Values) => ({
  nature,
  avecGestion: nature === 'gestion' && avecGestion ? avecGestion === 'avec' : null,
  debut: nature === 'prorogation' ? null : debut,
  fin: nature === 'suspension' ? fin : null,
  nouvelleFin: nature === 'gestion' ? null : nouvelleFin,
});

/** What an Avenant would change is shown before it is proposed (R21). */
export function ProposerAvenant({ mesureId, onClose }: { mesureId: string; onClose: () => void }) {
  const today = useAujourdhui();
  const params = { path: { id: mesureId } };
  const preview = useAct<Values, Consequences>({
    run: (values) =>
      read(api.POST('/api/v1/mesures/{id}/avenants/apercu', { params, body: objetOf(values) })),
    done: ({ refus }) => refus?.message ?? 'Voici ce que ferait cet avenant.',
    refreshes: [],
  });
  const propose = useAct<Values, Avenant>({
    run: (values) =>
      read(
        api.POST('/api/v1/mesures/{id}/avenants', {
          params,
          body: { objet: objetOf(values), motif: values.motif, accordLe: values.accordLe ?? '' },
        }),
      ),
    done: 'Avenant proposé au SAFPM.',
    refreshes: suiteKeys,
    onDone: onClose,
  });
  const form = useForm<Values>({
    initialValues: {
      nature: 'gestion',
      avecGestion: null,
      debut: null,
      fin: null,
      nouvelleFin: null,
      motif: '',
      accordLe: today,
    },
    validate: {
      motif: isNotEmpty('Indiquez le motif.'),
      accordLe: isNotEmpty('Indiquez la date de l’accord.'),
    },
    onValuesChange: () => preview.reset(),
  });
  const others = useServerErrors(form, preview.error ?? propose.error);
  const { nature } = form.getValues();
  return (
    <Section title="Proposer un avenant">
      <form noValidate onSubmit={form.onSubmit((values) => propose.mutate(values))}>
        <Stack gap="md" maw="36rem">
          <FormErreur error={preview.error ?? propose.error} others={others} />
          <Select
            label="Objet"
            required
            allowDeselect={false}
            data={optionsOf(naturesAvenant)}
            {...form.getInputProps('nature')}
          />
          {nature === 'gestion' && (
            <Select
              label="Désormais"
              required
              data={optionsOf({ avec: 'avec gestion', sans: 'sans gestion' })}
              {...form.getInputProps('avecGestion')}
            />
          )}
          {nature !== 'prorogation' && (
            <DateField
              label={nature === 'gestion' ? 'À compter du' : 'Premier jour suspendu'}
              required
              {...form.getInputProps('debut')}
            />
          )}
          {nature === 'suspension' && (
            <DateField label="Dernier jour suspendu" required {...form.getInputProps('fin')} />
          )}
          {nature !== 'gestion' && (
            <DateField
              label="Nouvelle fin du contrat"
              description={
                nature === 'suspension' ? 'Seulement si la suspension proroge le contrat.' : undefined
              }
              required={nature === 'prorogation'}
              {...form.getInputProps('nouvelleFin')}
            />
          )}
          <Textarea
            label="Motif"
            required
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('motif')}
          />
          <DateField label="Accord de la personne le" required {...form.getInputProps('accordLe')} />
          <Group gap="xs">
            <Button
              variant="default"
              loading={preview.isPending}
              onClick={() => preview.mutate(form.getValues())}
            >
              Voir ce qu’il ferait
            </Button>
            <Button variant="default" onClick={onClose}>
              Renoncer
            </Button>
            <Button type="submit" loading={propose.isPending}>
              Proposer
            </Button>
          </Group>
          {preview.data && <ConsequencesVues consequences={preview.data} />}
        </Stack>
      </form>
    </Section>
  );
}
