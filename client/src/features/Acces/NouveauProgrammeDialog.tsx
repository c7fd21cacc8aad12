import { Select, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { BornesFields } from './BornesFields';
import { PROGRAMMES, readNetworks, usages } from './programmes';
import { SecretMontre } from './SecretMontre';

type Values = { nom: string; scopes: string; fin: string | null; adresses: string };

export function NouveauProgrammeDialog({ onClose }: { onClose: () => void }) {
  const form = useForm<Values>({
    initialValues: { nom: '', scopes: 'masp.lecture', fin: null, adresses: '' },
    validate: { nom: isNotEmpty('Saisissez le nom du programme.') },
  });
  const create = useAct({
    run: ({ nom, scopes, fin, adresses }: Values) =>
      read(
        api.POST('/api/v1/programmes', {
          body: { nom, scopes: scopes.split(' '), fin: fin || null, adresses: readNetworks(adresses) },
        }),
      ),
    done: 'Programme créé.',
    refreshes: [PROGRAMMES],
  });
  const others = useServerErrors(form, create.error);
  if (create.data) {
    const { programme, secret } = create.data;
    return <SecretMontre clientId={programme.clientId} secret={secret} onClose={onClose} />;
  }
  return (
    <ActDialog
      title="Créer un programme"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => create.mutate(values))}
      submit="Créer le programme"
      pending={create.isPending}
      error={create.error}
      others={others}
    >
      <TextInput label="Nom" required maxLength={120} {...form.getInputProps('nom')} />
      <Select label="Usage" required allowDeselect={false} data={usages} {...form.getInputProps('scopes')} />
      <BornesFields fin={form.getInputProps('fin')} adresses={form.getInputProps('adresses')} />
    </ActDialog>
  );
}
