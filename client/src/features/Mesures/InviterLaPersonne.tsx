import { TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import type { Mesure } from './mesures';

type Props = { beneficiaire: Mesure['beneficiaire']; onClose: () => void };

/** Opens the person's own file to them, read only; their name is the file's and is not asked. */
export function InviterLaPersonne({ beneficiaire: { id, nom, prenom }, onClose }: Props) {
  const form = useForm({
    initialValues: { identifiant: '' },
    validate: { identifiant: isNotEmpty('Saisissez l’adresse de courriel.') },
  });
  const invite = useAct({
    run: (body: { identifiant: string }) =>
      read(api.POST('/api/v1/beneficiaires/{id}/compte', { params: { path: { id } }, body })),
    done: ({ identifiant }) => `Invitation envoyée à ${identifiant}.`,
    refreshes: [],
    onDone: onClose,
  });
  const others = useServerErrors(form, invite.error);
  return (
    <ActDialog
      title="Inviter la personne"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => invite.mutate(values))}
      submit="Envoyer l’invitation"
      pending={invite.isPending}
      error={invite.error}
      others={others}
    >
      <p>
        {prenom} {nom} lira son propre dossier et n’y changera rien : sa demande, sa mesure, qui l’a consulté.
      </p>
      <TextInput
        label="Adresse de courriel"
        description="Celle de la personne : le lien y est envoyé, et c’est aussi son identifiant."
        type="email"
        required
        maxLength={200}
        {...form.getInputProps('identifiant')}
      />
    </ActDialog>
  );
}
