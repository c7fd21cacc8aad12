import { Select, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read, type Versioned } from '@/api/http';
import { useAujourdhui } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { civilites, PERSONNE_KEYS, type Fiche } from './personnes';

type Props = { fiche: Versioned<Fiche>; onClose: () => void };

/** Corrects who the person is; what was, what is and why are kept. */
export function RectifierDialog({ fiche: { data, etag }, onClose }: Props) {
  const today = useAujourdhui();
  const form = useForm({
    initialValues: {
      civilite: data.civilite,
      prenom: data.prenom,
      nom: data.nom,
      dateNaissance: data.dateNaissance,
      motif: '',
    },
    validate: {
      prenom: isNotEmpty('Écrivez le prénom.'),
      nom: isNotEmpty('Écrivez le nom.'),
      dateNaissance: isNotEmpty('Indiquez la date de naissance.'),
      motif: isNotEmpty('Dites pourquoi l’identité est rectifiée.'),
    },
  });
  const rectify = useAct({
    run: (body: typeof form.values) =>
      read(
        api.POST('/api/v1/beneficiaires/{id}/rectification', {
          params: { path: { id: data.id }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    done: 'Identité rectifiée.',
    refreshes: PERSONNE_KEYS,
    onDone: onClose,
  });
  const others = useServerErrors(form, rectify.error);
  return (
    <ActDialog
      title="Rectifier l’identité"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => rectify.mutate(values))}
      submit="Rectifier"
      pending={rectify.isPending}
      error={rectify.error}
      others={others}
    >
      <Select
        label="Civilité"
        clearable={false}
        data={Object.entries(civilites).map(([value, label]) => ({ value, label }))}
        {...form.getInputProps('civilite')}
      />
      <TextInput label="Prénom" required maxLength={100} {...form.getInputProps('prenom')} />
      <TextInput label="Nom" required maxLength={100} {...form.getInputProps('nom')} />
      <DateField
        label="Date de naissance"
        required
        maxDate={today}
        {...form.getInputProps('dateNaissance')}
      />
      <Textarea
        label="Motif"
        description="Ce qui le justifie : une pièce produite, une erreur de saisie."
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('motif')}
      />
    </ActDialog>
  );
}
