import { Group, Radio, Select, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useIdempotencyKey } from '@/components/ui/useIdempotencyKey';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { attributionKeys } from './attributions';

type Schemas = components['schemas'];
type Values = { titulaireId: string | null; categorie: Schemas['CategorieChoix'] | null; motif: string };

const categories: readonly { value: Schemas['CategorieChoix']; label: string }[] = [
  { value: 'memeFoyer', label: 'même foyer' },
  { value: 'mesureAnterieure', label: 'mesure antérieure' },
  { value: 'autre', label: 'autre' },
];

type Props = {
  demandeId: string;
  titulaires: readonly Schemas['TitulaireRef'][];
  onClose: () => void;
  onDone: (attribution: Schemas['Attribution']) => void;
};

/** A choice made by hand: it counts, so that the next turns compensate (R11). */
export function ChoixManuel({ demandeId, titulaires, onClose, onDone }: Props) {
  const [key, renewKey] = useIdempotencyKey();
  const choose = useAct<Values, Schemas['Attribution']>({
    run: (body) =>
      read(
        api.POST('/api/v1/demandes/{id}/attribution', {
          params: { path: { id: demandeId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    done: ({ bonDeCommande, titulaire }) => `Bon ${bonDeCommande.numero} émis à ${titulaire.nom}, par choix.`,
    refreshes: attributionKeys,
    onDone,
  });
  const form = useForm<Values>({
    initialValues: { titulaireId: null, categorie: null, motif: '' },
    validate: {
      titulaireId: isNotEmpty('Choisissez le titulaire.'),
      categorie: isNotEmpty('Dites pour quelle raison.'),
      motif: isNotEmpty('Écrivez le motif.'),
    },
    onValuesChange: renewKey,
  });
  const others = useServerErrors(form, choose.error);
  return (
    <ActDialog
      title="Choisir un titulaire"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => choose.mutate(values))}
      submit="Attribuer par choix"
      pending={choose.isPending}
      error={choose.error}
      others={others}
    >
      <p>Ce choix est inscrit au registre, compte comme un tour, et les suivants le compensent.</p>
      <Select
        label="Titulaire"
        required
        data-autofocus
        data={titulaires.map(({ id, nom }) => ({ value: id, label: nom }))}
        {...form.getInputProps('titulaireId')}
      />
      <Radio.Group label="Raison" required {...form.getInputProps('categorie')}>
        <Group gap="md">
          {categories.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label="Motif"
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('motif')}
      />
    </ActDialog>
  );
}
