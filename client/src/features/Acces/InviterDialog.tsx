import { Select, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { useServicesReferents, useTitulaires } from '@/api/references';
import { roles } from '@/api/roles';
import { useSession, type Role } from '@/api/session';
import { ActDialog } from '@/components/ui/ActDialog';
import { DateField } from '@/components/ui/DateField';
import { useAct } from '@/components/ui/useAct';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { COMPTES } from './comptes';

const people: readonly Role[] = [
  'agent',
  'decideur',
  'comptable',
  'administrateur',
  'chefTitulaire',
  'intervenant',
  'referent',
  'evaluateur',
  'auditeur',
];
const ofTitulaire = (role: string) => role === 'chefTitulaire' || role === 'intervenant';

type Values = {
  nom: string;
  identifiant: string;
  role: Role;
  titulaireId: string | null;
  serviceReferentId: string | null;
  debut: string | null;
  fin: string | null;
};

/** A manager at a titulaire invites its own intervenants: neither role nor body is asked of it. */
export function InviterDialog({ onClose }: { onClose: () => void }) {
  const { utilisateur } = useSession();
  const manager = utilisateur.role === 'chefTitulaire';
  const navigate = useNavigate();
  const { options: titulaires } = useTitulaires();
  const { options: services } = useServicesReferents();
  const form = useForm<Values>({
    initialValues: {
      nom: '',
      identifiant: '',
      role: manager ? 'intervenant' : 'agent',
      titulaireId: manager ? (utilisateur.titulaire?.id ?? null) : null,
      serviceReferentId: null,
      debut: null,
      fin: null,
    },
    validate: {
      nom: isNotEmpty('Saisissez le nom.'),
      identifiant: isNotEmpty('Saisissez l’adresse de courriel.'),
      titulaireId: (value, { role }) => (ofTitulaire(role) && !value ? 'Choisissez le titulaire.' : null),
      fin: (value, { role }) => (role === 'auditeur' && !value ? 'Dites le dernier jour de l’audit.' : null),
      serviceReferentId: (value, { role }) =>
        role === 'referent' && !value ? 'Choisissez le service.' : null,
    },
  });
  const { role } = form.values;
  const invite = useAct({
    run: (values: Values) =>
      read(
        api.POST('/api/v1/comptes', {
          body: {
            ...values,
            titulaireId: ofTitulaire(values.role) ? values.titulaireId : null,
            serviceReferentId: values.role === 'referent' ? values.serviceReferentId : null,
          },
        }),
      ),
    done: ({ identifiant }) => `Invitation envoyée à ${identifiant}.`,
    refreshes: [COMPTES],
    onDone: ({ id }) => void navigate({ to: '/comptes/$compteId', params: { compteId: id } }),
  });
  const others = useServerErrors(form, invite.error);

  return (
    <ActDialog
      title="Inviter une personne"
      opened
      onClose={onClose}
      onSubmit={form.onSubmit((values) => invite.mutate(values))}
      submit="Envoyer l’invitation"
      pending={invite.isPending}
      error={invite.error}
      others={others}
    >
      <TextInput label="Nom" required maxLength={120} {...form.getInputProps('nom')} />
      <TextInput
        label="Adresse de courriel"
        description="Le lien y est envoyé ; c’est aussi l’identifiant."
        type="email"
        required
        maxLength={200}
        {...form.getInputProps('identifiant')}
      />
      {!manager && (
        <Select
          label="Rôle"
          required
          allowDeselect={false}
          data={people.map((value) => ({ value, label: roles[value] }))}
          {...form.getInputProps('role')}
        />
      )}
      {!manager && ofTitulaire(role) && (
        <Select label="Titulaire" required data={titulaires} {...form.getInputProps('titulaireId')} />
      )}
      {role === 'referent' && (
        <Select
          label="Service référent"
          required
          searchable
          data={services}
          {...form.getInputProps('serviceReferentId')}
        />
      )}
      {role === 'auditeur' && <DateField label="Premier jour" {...form.getInputProps('debut')} />}
      <DateField
        label="Dernier jour"
        description="Laissez vide s’il n’est pas connu."
        {...form.getInputProps('fin')}
      />
    </ActDialog>
  );
}
