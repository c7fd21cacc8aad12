import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read, type Versioned } from '@/api/http';
import { optionsOf } from '@/api/mots';
import { useMay } from '@/api/session';
import { EmptyState } from '@/components/ui/EmptyState';
import { Explication } from '@/components/ui/Explication';
import { Facts } from '@/components/ui/Facts';
import { FormErreur } from '@/components/ui/FormErreur';
import { Loaded } from '@/components/ui/Loaded';
import { MoneyField } from '@/components/ui/MoneyField';
import { Page } from '@/components/ui/Page';
import { Section } from '@/components/ui/Section';
import { SimpleTable } from '@/components/ui/SimpleTable';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { formatDay, formatMoney } from '@/lib/format';
import { OngletsMesure } from './Rencontres/OngletsMesure';
import { aspects, etatsAction, quiAgit, suiteKeys, useProjet, type Projet } from './suites';

const route = getRouteApi('/cadre/mesures/$mesureId/projet');

type Objectif = Projet['versions'][number]['objectifs'][number];

/** The plan of a measure: goals, actions, who, when, how far; its versions and their sending (R17). */
export function PageProjet() {
  const { mesureId } = route.useParams();
  return <Loaded query={useProjet(mesureId)}>{(record) => <UnProjet record={record} />}</Loaded>;
}

function UnProjet({ record }: { record: Versioned<Projet> }) {
  const { data: projet, etag } = record;
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const last = projet.versions[0];
  const draft = last && !last.envoyeLe;
  const send = useAct<void>({
    run: () =>
      read(
        api.POST('/api/v1/mesures/{id}/projet/envoi', {
          params: { path: { id: projet.mesureId }, header: { 'If-Match': etag } },
          body: {},
        }),
      ),
    done: 'Projet envoyé au service référent et au SAFPM.',
    refreshes: suiteKeys,
  });
  const writes = may('ecrireProjet');
  return (
    <Page
      title="Projet d’intervention"
      lead={`À envoyer au plus tard le ${formatDay(projet.envoiAvant)} (R17).`}
      actions={
        writes
          ? [
              ...(draft
                ? [{ label: 'Envoyer le projet', onClick: () => send.mutate(), pending: send.isPending }]
                : []),
              { label: draft ? 'Reprendre' : 'Écrire une version', onClick: () => setWriting(true) },
            ]
          : []
      }
    >
      <OngletsMesure mesureId={projet.mesureId} />
      <FormErreur error={send.error} />
      {writing && <EcrireProjet record={record} onClose={() => setWriting(false)} />}
      {projet.versions.length === 0 && !writing && (
        <EmptyState title="Aucun projet n’est encore écrit.">
          Le titulaire l’établit avec la personne lors des premières rencontres.
        </EmptyState>
      )}
      {projet.versions.map((version) => (
        <Section
          key={version.numero}
          title={`Version ${version.numero}, ${version.envoyeLe ? `envoyée le ${formatDay(version.envoyeLe)}` : 'en cours d’écriture'}`}
        >
          <Facts
            facts={[
              ['Établie le', formatDay(version.etabliLe)],
              [
                'Reste à vivre mensuel',
                version.resteAVivre === null ? null : formatMoney(version.resteAVivre),
              ],
              ['Évaluation', version.evaluation],
            ]}
          />
          <SimpleTable
            caption={`Objectifs et actions de la version ${version.numero}`}
            rows={rowsOf(version.objectifs)}
            rowKey={(row) => row.key}
            columns={[
              { title: 'Aspect', cell: (row) => row.aspect },
              { title: 'Objectif', cell: (row) => row.objectif },
              { title: 'Action', cell: (row) => row.action.libelle },
              {
                title: 'Qui',
                cell: ({ action }) => [quiAgit[action.qui], action.precision].filter(Boolean).join(', '),
              },
              { title: 'Quand', cell: ({ action }) => formatDay(action.quand), nowrap: true },
              { title: 'État', cell: ({ action }) => etatsAction[action.etat] },
            ]}
          />
        </Section>
      ))}
      <Explication title="Pourquoi cette date" clause="R17, art. 4" phrases={projet.explication} />
    </Page>
  );
}

const rowsOf = (objectifs: readonly Objectif[]) =>
  objectifs.flatMap((o, i) =>
    o.actions.map((action, j) => ({
      key: `${i}-${j}`,
      aspect: j === 0 ? aspects[o.aspect] : '',
      objectif: j === 0 ? o.libelle : '',
      action,
    })),
  );

const anAction = (): Objectif['actions'][number] => ({
  libelle: '',
  qui: 'titulaire',
  precision: null,
  quand: null,
  etat: 'aFaire',
});

const aGoal = (): Objectif => ({ aspect: 'securisation', libelle: '', actions: [anAction()] });

type Values = { evaluation: string; resteAVivre: number | string; objectifs: Objectif[] };

function EcrireProjet({ record, onClose }: { record: Versioned<Projet>; onClose: () => void }) {
  const { data: projet, etag } = record;
  const last = projet.versions[0];
  const form = useForm<Values>({
    initialValues: {
      evaluation: last?.evaluation ?? '',
      resteAVivre: last?.resteAVivre ?? '',
      objectifs: last ? [...last.objectifs] : [aGoal()],
    },
  });
  const put = useAct<Values>({
    run: ({ evaluation, resteAVivre, objectifs }) =>
      read(
        api.PUT('/api/v1/mesures/{id}/projet', {
          params: { path: { id: projet.mesureId }, header: { 'If-Match': etag } },
          body: { evaluation, objectifs, resteAVivre: resteAVivre === '' ? null : Number(resteAVivre) },
        }),
      ),
    done: 'Projet enregistré.',
    refreshes: suiteKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, put.error);
  return (
    <Section title="Écrire le projet">
      <form noValidate onSubmit={form.onSubmit((values) => put.mutate(values))}>
        <Stack gap="md" maw="44rem">
          <FormErreur error={put.error} others={others} />
          <Textarea
            label="Évaluation sociale et financière"
            description="Sans information de santé."
            required
            autosize
            minRows={3}
            maxLength={8000}
            {...form.getInputProps('evaluation')}
          />
          <MoneyField
            label="Reste à vivre mensuel"
            description={projet.avecGestion ? 'Obligatoire avec gestion (R17).' : undefined}
            required={projet.avecGestion}
            {...form.getInputProps('resteAVivre')}
          />
          {form.getValues().objectifs.map((objectif, i) => (
            <fieldset key={i}>
              <legend>Objectif {i + 1}</legend>
              <Stack gap="sm">
                <Select
                  label="Aspect"
                  allowDeselect={false}
                  data={optionsOf(aspects)}
                  {...form.getInputProps(`objectifs.${i}.aspect`)}
                />
                <TextInput
                  label="Objectif"
                  required
                  maxLength={500}
                  {...form.getInputProps(`objectifs.${i}.libelle`)}
                />
                {objectif.actions.map((_, j) => (
                  <Group key={j} gap="sm" align="end" wrap="wrap">
                    <TextInput
                      label={`Action ${j + 1}`}
                      required
                      maxLength={500}
                      {...form.getInputProps(`objectifs.${i}.actions.${j}.libelle`)}
                    />
                    <Select
                      label="Qui"
                      allowDeselect={false}
                      data={optionsOf(quiAgit)}
                      {...form.getInputProps(`objectifs.${i}.actions.${j}.qui`)}
                    />
                    <Select
                      label="État"
                      allowDeselect={false}
                      data={optionsOf(etatsAction)}
                      {...form.getInputProps(`objectifs.${i}.actions.${j}.etat`)}
                    />
                  </Group>
                ))}
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => form.insertListItem(`objectifs.${i}.actions`, anAction())}
                >
                  Ajouter une action
                </Button>
              </Stack>
            </fieldset>
          ))}
          <Group gap="xs">
            <Button variant="default" onClick={() => form.insertListItem('objectifs', aGoal())}>
              Ajouter un objectif
            </Button>
            <Button variant="default" onClick={onClose}>
              Renoncer
            </Button>
            <Button type="submit" loading={put.isPending}>
              Enregistrer le projet
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
