import { Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, read } from '@/api/http';
import { ActDialog } from '@/components/ui/ActDialog';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ChampMotDePasse } from './ChampMotDePasse';
import { CodesDeSecours } from './CodesDeSecours';
import { MON_COMPTE } from './monCompte';

export type ActeConfirme =
  { kind: 'application' } | { kind: 'codes' } | { kind: 'cle'; id: string; nom: string };

const words = {
  application: {
    title: 'Retirer l’application de codes',
    submit: 'Retirer',
    done: 'Application de codes retirée.',
  },
  codes: {
    title: 'Nouveaux codes de secours',
    submit: 'Tirer de nouveaux codes',
    done: 'Nouveaux codes tirés.',
  },
  cle: { title: 'Retirer la clé d’accès', submit: 'Retirer', done: 'Clé d’accès retirée.' },
};

async function run(acte: ActeConfirme, motDePasseActuel: string): Promise<string[]> {
  if (acte.kind === 'codes') {
    return (await read(api.POST('/api/v1/compte/codes-de-secours', { body: { motDePasseActuel } }))).codes;
  }
  await (acte.kind === 'application'
    ? read(api.POST('/api/v1/compte/totp/retrait', { body: { motDePasseActuel } }))
    : read(api.POST('/api/v1/compte/cles-d-acces/retrait', { body: { motDePasseActuel, id: acte.id } })));
  return [];
}

/** An act upon the ways in: the password is asked for again. */
export function ConfirmerDialog({ acte, onClose }: { acte: ActeConfirme; onClose: () => void }) {
  const form = useForm({
    initialValues: { motDePasseActuel: '' },
    validate: { motDePasseActuel: (value) => (value ? null : 'Saisissez votre mot de passe.') },
  });
  const { title, submit, done } = words[acte.kind];
  const act = useAct({
    run: ({ motDePasseActuel }: { motDePasseActuel: string }) => run(acte, motDePasseActuel),
    done,
    refreshes: [MON_COMPTE],
    onDone: (codes) => {
      if (codes.length === 0) onClose();
    },
  });
  const others = useServerErrors(form, act.error);
  if (act.data && act.data.length > 0) {
    return (
      <Modal opened onClose={onClose} title={title} withCloseButton={false} closeOnClickOutside={false}>
        <CodesDeSecours codes={act.data} onDone={onClose} />
      </Modal>
    );
  }
  return (
    <ActDialog
      title={title}
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => act.mutate(values))}
      submit={submit}
      danger={acte.kind !== 'codes'}
      pending={act.isPending}
      error={act.error}
      others={others}
    >
      {acte.kind === 'codes' && <p>Les codes donnés auparavant ne vaudront plus.</p>}
      {acte.kind === 'cle' && <p>{acte.nom}</p>}
      <ChampMotDePasse
        label="Votre mot de passe"
        autoComplete="current-password"
        {...form.getInputProps('motDePasseActuel')}
      />
    </ActDialog>
  );
}
