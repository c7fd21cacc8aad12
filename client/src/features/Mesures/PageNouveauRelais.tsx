import { Select, Stack, Textarea, Button } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useLots, useTitulaires } from '@/api/references';
import { DateField } from '@/components/ui/DateField';
import { Erreur } from '@/components/ui/Erreur';
import { FormErreur } from '@/components/ui/FormErreur';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay, plural } from '@/lib/format';
import { relaisKeys, type ApercuRelais, type Relais } from './relais';

type Values = { lot: string; cedantId: string; repreneurId: string; date: string | null; motif: string };

/** All that a Titulaire serves in a Lot, to another one: seen measure by measure before it is done, in one act (R24). */
export function PageNouveauRelais() {
  const navigate = useNavigate();
  const lots = useLots();
  const titulaires = useTitulaires();
  const [key, renewKey] = useIdempotencyKey();
  const preview = useAct<Values, ApercuRelais>({
    run: ({ lot, cedantId, repreneurId, date }) =>
      read(api.POST('/api/v1/relais/apercu', { body: { lot, cedantId, repreneurId, date: date ?? '' } })),
    done: ({ mesures, refus }) => refus ?? `${plural(mesures.length, 'mesure')} à passer.`,
    refreshes: [],
  });
  const plan = useAct<Values, Relais>({
    run: ({ date, ...body }) =>
      read(
        api.POST('/api/v1/relais', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...body, date: date ?? '' },
        }),
      ),
    done: ({ mesures }) => `Passage de relais prévu : ${plural(mesures.length, 'mesure')}.`,
    refreshes: relaisKeys,
    onDone: ({ id }) => void navigate({ to: '/relais/$relaisId', params: { relaisId: id } }),
  });
  const form = useForm<Values>({
    initialValues: { lot: '', cedantId: '', repreneurId: '', date: null, motif: '' },
    validate: {
      lot: isNotEmpty('Choisissez le lot.'),
      cedantId: isNotEmpty('Choisissez le titulaire qui cède.'),
      repreneurId: isNotEmpty('Choisissez le titulaire qui reprend.'),
      date: isNotEmpty('Indiquez la date.'),
      motif: isNotEmpty('Indiquez le motif.'),
    },
    onValuesChange: () => {
      renewKey();
      preview.reset();
    },
  });
  const others = useServerErrors(form, preview.error ?? plan.error);
  const apercu = preview.data;
  return (
    <Page
      title="Prévoir un passage de relais"
      lead="Chaque mesure passe au premier mois-mesure qui commence à compter de la date : aucun mois n’est partagé."
    >
      <form noValidate onSubmit={form.onSubmit((values) => preview.mutate(values))}>
        <Stack gap="md" maw="32rem">
          <FormErreur error={preview.error ?? plan.error} others={others} />
          <Select label="Lot" required data={lots.options} {...form.getInputProps('lot')} />
          <Select
            label="Titulaire qui cède"
            required
            data={titulaires.options}
            {...form.getInputProps('cedantId')}
          />
          <Select
            label="Titulaire qui reprend"
            required
            data={titulaires.options}
            {...form.getInputProps('repreneurId')}
          />
          <DateField label="À compter du" required {...form.getInputProps('date')} />
          <Textarea
            label="Motif"
            description="Sans nom de personne."
            required
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('motif')}
          />
          <Button type="submit" variant="default" loading={preview.isPending}>
            Voir ce qui passerait
          </Button>
        </Stack>
      </form>
      {apercu?.refus && <Erreur error={new Error(apercu.refus)} />}
      {apercu && apercu.mesures.length > 0 && (
        <Section
          title={`Ce qui passerait (${apercu.mesures.length})`}
          aside={
            <Button loading={plan.isPending} onClick={() => plan.mutate(form.getValues())}>
              Passer le relais ({apercu.mesures.length})
            </Button>
          }
        >
          <SimpleTable
            caption="Ce qui passerait"
            rows={apercu.mesures}
            rowKey={({ mesureId }) => mesureId}
            columns={[
              { title: 'Mesure', cell: ({ numero }) => numero, nowrap: true },
              { title: 'Passe le', cell: ({ date }) => formatDay(date), nowrap: true },
              { title: 'Pourquoi ce jour', cell: ({ explication }) => explication },
              { title: 'Suivie par', cell: ({ ancien }) => ancien ?? 'personne' },
            ]}
          />
        </Section>
      )}
      {apercu && apercu.restent.length > 0 && (
        <Section title={`Ce qui resterait (${apercu.restent.length})`}>
          <SimpleTable
            caption="Ce qui resterait"
            rows={apercu.restent}
            rowKey={({ mesureId }) => mesureId}
            columns={[
              { title: 'Mesure', cell: ({ numero }) => numero, nowrap: true },
              { title: 'Terme', cell: ({ finPrevue }) => formatDay(finPrevue), nowrap: true },
              { title: 'Pourquoi', cell: ({ raison }) => raison },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}
