import { Modal } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { Loaded } from '@/components/ui/Loaded';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ChampMotDePasse } from './ChampMotDePasse';
import { CodesDeSecours } from './CodesDeSecours';
import { EnregistrerTotp } from './EnregistrerTotp';
import { MON_COMPTE } from './monCompte';

export function NouvelleApplicationDialog({ onClose }: { onClose: () => void }) {
  // A key of its own each time the dialog opens: one that was shown before may have been seen.
  const proposed = useQuery({
    queryKey: ['totp-propose'],
    queryFn: () => read(api.POST('/api/v1/compte/totp/proposition')),
    staleTime: Infinity,
    gcTime: 0,
  });
  const form = useForm({
    initialValues: { motDePasseActuel: '', code: '' },
    validate: {
      motDePasseActuel: isNotEmpty('Saisissez votre mot de passe.'),
      code: isNotEmpty('Saisissez le code que montre l’application.'),
    },
  });
  const enrol = useAct({
    run: (values: { motDePasseActuel: string; code: string }) =>
      read(api.POST('/api/v1/compte/totp', { body: { ...values, scelle: proposed.data?.scelle ?? '' } })),
    done: 'Application de codes enregistrée.',
    refreshes: [MON_COMPTE],
  });
  const others = useServerErrors(form, enrol.error);
  if (enrol.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title="Codes de secours"
        withCloseButton={false}
        closeOnClickOutside={false}
      >
        <CodesDeSecours codes={enrol.data.codes} onDone={onClose} />
      </Modal>
    );
  }
  return (
    <ActDialog
      title="Ajouter une application de codes"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => enrol.mutate(values))}
      submit="Enregistrer l’application"
      pending={enrol.isPending}
      error={enrol.error}
      others={others}
    >
      <Loaded query={proposed}>
        {(totp) => <EnregistrerTotp totp={totp} code={form.getInputProps('code')} />}
      </Loaded>
      <ChampMotDePasse
        label="Votre mot de passe"
        autoComplete="current-password"
        {...form.getInputProps('motDePasseActuel')}
      />
    </ActDialog>
  );
}
