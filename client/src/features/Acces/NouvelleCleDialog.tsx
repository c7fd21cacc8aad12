import { TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { createPasskey, PasskeyError } from '@/lib/passkeys';
import { ChampMotDePasse } from './ChampMotDePasse';
import { ErreurDeCle } from './ErreurDeCle';
import { MON_COMPTE } from './monCompte';

export function NouvelleCleDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { nom: '', motDePasseActuel: '' },
    validate: {
      nom: isNotEmpty('Donnez un nom à cette clé.'),
      motDePasseActuel: isNotEmpty('Saisissez votre mot de passe.'),
    },
  });
  const add = useAct({
    run: async (values: { nom: string; motDePasseActuel: string }) => {
      const { options, etat } = await read(api.POST('/api/v1/compte/cles-d-acces/question'));
      const reponse = await createPasskey(options);
      return read(api.POST('/api/v1/compte/cles-d-acces', { body: { ...values, etat, reponse } }));
    },
    done: 'Clé d’accès enregistrée.',
    refreshes: [MON_COMPTE],
    onDone: onClose,
  });
  const others = useServerErrors(form, add.error);
  const ofTheBrowser = add.error instanceof PasskeyError;
  return (
    <ActDialog
      title="Ajouter une clé d’accès"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => add.mutate(values))}
      submit="Créer la clé"
      pending={add.isPending}
      error={ofTheBrowser ? null : add.error}
      others={others}
    >
      {ofTheBrowser && <ErreurDeCle error={add.error} />}
      <p>Votre appareil la garde et l’ouvre par son propre code, votre empreinte ou votre visage.</p>
      <TextInput
        label="Nom de la clé"
        placeholder="Téléphone, poste du bureau…"
        maxLength={60}
        {...form.getInputProps('nom')}
      />
      <ChampMotDePasse
        label="Votre mot de passe"
        autoComplete="current-password"
        {...form.getInputProps('motDePasseActuel')}
      />
    </ActDialog>
  );
}
