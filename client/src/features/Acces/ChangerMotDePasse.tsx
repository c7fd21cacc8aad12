import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { sessionQuery } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ChampMotDePasse, REGLE_MOT_DE_PASSE } from './ChampMotDePasse';
import { MON_COMPTE } from './monCompte';

export function ChangerMotDePasse({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { motDePasseActuel: '', motDePasse: '', encore: '' },
    validate: {
      motDePasseActuel: (value) => (value ? null : 'Saisissez votre mot de passe actuel.'),
      motDePasse: (value) => (value ? null : 'Choisissez un mot de passe.'),
      encore: (value, { motDePasse }) => (value === motDePasse ? null : 'Les deux saisies diffèrent.'),
    },
  });
  const change = useAct({
    run: (body: { motDePasseActuel: string; motDePasse: string }) =>
      read(api.POST('/api/v1/compte/mot-de-passe', { body })),
    done: 'Mot de passe changé ; vos autres sessions sont fermées.',
    refreshes: [MON_COMPTE],
    onDone: (session) => {
      // Its antiforgery token goes with the new cookie.
      queries.setQueryData(sessionQuery.queryKey, session);
      onClose();
    },
  });
  const others = useServerErrors(form, change.error);
  return (
    <ActDialog
      title="Changer de mot de passe"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit(({ motDePasseActuel, motDePasse }) =>
        change.mutate({ motDePasseActuel, motDePasse }),
      )}
      submit="Changer de mot de passe"
      pending={change.isPending}
      error={change.error}
      others={others}
    >
      <ChampMotDePasse
        label="Mot de passe actuel"
        autoComplete="current-password"
        {...form.getInputProps('motDePasseActuel')}
      />
      <ChampMotDePasse
        label="Nouveau mot de passe"
        description={REGLE_MOT_DE_PASSE}
        autoComplete="new-password"
        {...form.getInputProps('motDePasse')}
      />
      <ChampMotDePasse
        label="Nouveau mot de passe, encore une fois"
        autoComplete="new-password"
        {...form.getInputProps('encore')}
      />
    </ActDialog>
  );
}
