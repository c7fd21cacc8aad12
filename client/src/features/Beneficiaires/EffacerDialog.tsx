import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { PERSONNE_KEYS, type Fiche } from './personnes';

const MOT = 'EFFACER';

type Props = { fiche: Fiche; onClose: () => void };

/** Nothing brings an erased file back: the word is typed. */
export function EffacerDialog({ fiche, onClose }: Props) {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { confirmation: '' },
    validate: { confirmation: (typed) => (typed === MOT ? null : `Écrivez « ${MOT} » pour confirmer.`) },
  });
  const erase = useAct({
    run: (body: { confirmation: string }) =>
      read(api.POST('/api/v1/beneficiaires/{id}/effacement', { params: { path: { id: fiche.id } }, body })),
    done: ({ numero }) => `Dossier effacé : certificat ${numero}.`,
    refreshes: PERSONNE_KEYS,
    onDone: () => {
      onClose();
      void navigate({ to: '/archives' });
    },
  });
  const others = useServerErrors(form, erase.error);
  return (
    <ActDialog
      title="Effacer le dossier"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => erase.mutate(values))}
      submit="Effacer définitivement"
      danger
      pending={erase.isPending}
      error={erase.error}
      others={others}
    >
      <p>
        Tout ce qui est tenu sur {fiche.prenom} {fiche.nom} disparaît des tables, de la recherche et du
        journal. Il en reste un certificat qui ne nomme personne. Rien ne le rétablit.
      </p>
      <TextInput
        label={`Écrivez « ${MOT} »`}
        required
        autoComplete="off"
        {...form.getInputProps('confirmation')}
      />
    </ActDialog>
  );
}
