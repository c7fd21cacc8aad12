import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { optionsOf } from '@/api/mots';
import type { components } from '@/api/schema';
import { FormErreur } from '@/components/ui/FormErreur';
import { Loaded } from '@/components/ui/Loaded';
import { Section } from '@/components/ui/Section';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay } from '@/lib/format';
import { avancements, nameOfBilan, suiteKeys, suites, type Bilan } from './suites';

type Schemas = components['schemas'];
type Du = Schemas['BilanDu'];
type Prerempli = Schemas['BilanPrerempli'];
type Values = {
  lequel: string | null;
  situation: string;
  articulation: string;
  perspectives: string;
  rencontres: string;
  suite: Schemas['Suite'] | null;
  dureeMois: string;
  objectifs: Prerempli['objectifs'];
};

type Props = { mesureId: string; dus: readonly Du[]; onClose: () => void };

/** A Bilan, begun with the goals of the plan and what the one before said (R19). */
export function TransmettreBilan({ mesureId, dus, onClose }: Props) {
  const query = useQuery({
    queryKey: ['mesures', 'une', mesureId, 'bilan-prerempli'],
    queryFn: () =>
      read(api.GET('/api/v1/mesures/{id}/bilans/prerempli', { params: { path: { id: mesureId } } })),
    staleTime: Infinity,
  });
  return (
    <Loaded query={query}>
      {(prerempli) => (
        <Formulaire
          mesureId={mesureId}
          dus={dus.filter(({ bilanId }) => !bilanId)}
          prerempli={prerempli}
          onClose={onClose}
        />
      )}
    </Loaded>
  );
}

function Formulaire({ mesureId, dus, prerempli, onClose }: Props & { prerempli: Prerempli }) {
  const keyOf = ({ rang, mois }: Du) => `${rang}-${mois ?? 'final'}`;
  const form = useForm<Values>({
    initialValues: {
      lequel: dus[0] ? keyOf(dus[0]) : null,
      situation: prerempli.situation,
      articulation: prerempli.articulation,
      perspectives: '',
      rencontres: String(prerempli.rencontres),
      suite: null,
      dureeMois: '',
      objectifs: [...prerempli.objectifs],
    },
    validate: {
      lequel: isNotEmpty('Choisissez le bilan.'),
      situation: isNotEmpty('Décrivez la situation.'),
      articulation: isNotEmpty('Précisez l’articulation avec les autres mesures.'),
    },
  });
  const final = form.getValues().lequel?.endsWith('final');
  const send = useAct<Values, Bilan>({
    run: ({ lequel, rencontres, dureeMois, suite, perspectives, ...rest }) => {
      const du = dus.find((one) => keyOf(one) === lequel);
      return read(
        api.POST('/api/v1/mesures/{id}/bilans', {
          params: { path: { id: mesureId } },
          body: {
            ...rest,
            nature: du?.nature ?? 'final',
            mois: du?.mois,
            perspectives: perspectives || null,
            rencontres: rencontres ? Number(rencontres) : null,
            suite: final ? suite : null,
            dureeMois: final && dureeMois ? Number(dureeMois) : null,
          },
        }),
      );
    },
    done: 'Bilan transmis au service référent et au SAFPM.',
    refreshes: suiteKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, send.error);
  return (
    <Section title="Écrire un bilan">
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Stack gap="md" maw="44rem">
          <FormErreur error={send.error} others={others} />
          <Select
            label="Bilan"
            required
            allowDeselect={false}
            data={dus.map((du) => ({
              value: keyOf(du),
              label: `${nameOfBilan(du)}, dû le ${formatDay(du.date)}`,
            }))}
            {...form.getInputProps('lequel')}
          />
          <Textarea
            label="Situation de la personne"
            description="Sans information de santé."
            required
            autosize
            minRows={3}
            maxLength={8000}
            {...form.getInputProps('situation')}
          />
          {form.getValues().objectifs.map(({ libelle }, i) => (
            <Select
              key={libelle}
              label={`Avancement : ${libelle}`}
              allowDeselect={false}
              data={optionsOf(avancements)}
              {...form.getInputProps(`objectifs.${i}.avancement`)}
            />
          ))}
          <Textarea
            label="Articulation avec les autres mesures"
            description="Obligatoire (R19, art. 5)."
            required
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('articulation')}
          />
          <TextInput
            label="Rencontres depuis le bilan précédent"
            inputMode="numeric"
            maxLength={4}
            {...form.getInputProps('rencontres')}
          />
          <Textarea
            label="Perspectives"
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('perspectives')}
          />
          {final && (
            <Group gap="md" align="start">
              <Select label="Demande" required data={optionsOf(suites)} {...form.getInputProps('suite')} />
              <TextInput
                label="Durée du renouvellement, en mois"
                inputMode="numeric"
                maxLength={2}
                {...form.getInputProps('dureeMois')}
              />
            </Group>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Renoncer
            </Button>
            <Button type="submit" loading={send.isPending}>
              Transmettre le bilan
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
