import { Checkbox, Group, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { optionsOf } from '@/api/mots';
import { usePrestations } from '@/api/references';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { plural } from '@/lib/format';
import type { Bon } from './bons';
import { labelOfNature } from './etatBon';
import { depenses, preparationKeys, type Preparation } from './preparation';

type Values = {
  obligations: string;
  suivi: string;
  revision: string;
  depenses: string[];
  autresDepenses: string;
  prestations: string[];
  motifs: Record<string, string>;
};

type Props = { bon: Bon; preparation: Preparation; onClose: () => void };

/** What the contract says, on one page (R14), and which benefits the person lets manage (R15). */
export function ContratDialog({ bon, preparation, onClose }: Props) {
  const prestations = usePrestations();
  const { contenu, autorisations } = preparation;
  const form = useForm<Values>({
    initialValues: {
      obligations: contenu.obligations,
      suivi: contenu.suivi,
      revision: contenu.revision,
      depenses: [...contenu.depenses],
      autresDepenses: contenu.autresDepenses ?? '',
      prestations: autorisations.map(({ prestation }) => prestation),
      motifs: Object.fromEntries(autorisations.map(({ prestation, motif }) => [prestation, motif ?? ''])),
    },
  });
  const act = useAct<Values, Preparation>({
    run: (values) =>
      read(
        api.POST('/api/v1/bons-de-commande/{id}/preparation/contrat', {
          params: { path: { id: bon.id }, header: { 'If-Match': `"${preparation.version}"` } },
          body: {
            obligations: values.obligations,
            suivi: values.suivi,
            revision: values.revision,
            depenses: values.depenses as Preparation['contenu']['depenses'],
            autresDepenses: values.autresDepenses || null,
            autorisations: values.prestations.map((prestation) => ({
              prestation,
              motif: values.motifs[prestation] || null,
            })),
          },
        }),
      ),
    done: 'Contrat écrit.',
    refreshes: preparationKeys,
    onDone: onClose,
  });
  const others = useServerErrors(form, act.error);
  const values = form.getValues();
  const groupB = prestations.filter(
    ({ code, groupe }) => groupe === 'b' && values.prestations.includes(code),
  );
  return (
    <ActDialog
      title={`Contrat · ${plural(bon.dureeMois, 'mois', 'mois')}, ${labelOfNature(bon.avecGestion)}`}
      opened
      wide
      onClose={onClose}
      onSubmit={form.onSubmit((sent) => act.mutate(sent))}
      submit="Enregistrer le contrat"
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      <Textarea
        label="Obligations réciproques"
        required
        autosize
        minRows={2}
        {...form.getInputProps('obligations')}
      />
      <Textarea label="Suivi de la personne" required autosize minRows={2} {...form.getInputProps('suivi')} />
      <Textarea
        label="Révision, renouvellement, mainlevée"
        required
        autosize
        minRows={2}
        {...form.getInputProps('revision')}
      />
      {bon.avecGestion && (
        <>
          <MultiSelect
            label="Prestations dont la personne autorise la gestion"
            data={prestations.map(({ code, libelle }) => ({ value: code, label: libelle }))}
            searchable
            {...form.getInputProps('prestations')}
          />
          {groupB.map(({ code, libelle }) => (
            <TextInput
              key={code}
              label={`Pourquoi gérer « ${libelle} »`}
              required
              maxLength={500}
              {...form.getInputProps(`motifs.${code}`)}
            />
          ))}
          <Checkbox.Group label="Dépenses réglées par le titulaire" {...form.getInputProps('depenses')}>
            <Group gap="xs" mt="xs">
              {optionsOf(depenses).map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
          {values.depenses.includes('autre') && (
            <TextInput
              label="Autres dépenses"
              required
              maxLength={500}
              {...form.getInputProps('autresDepenses')}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
