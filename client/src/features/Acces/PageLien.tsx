import { Anchor, Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api, read } from '@/api/http';
import type { components } from '@/api/schema';
import { useSignedIn } from '@/api/session';
import { Erreur } from '@/components/ui/Erreur';
import { FormErreur } from '@/components/ui/FormErreur';
import { PageSkeleton } from '@/components/ui/PageSkeleton';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { ChampMotDePasse, REGLE_MOT_DE_PASSE } from './ChampMotDePasse';
import { CodesDeSecours } from './CodesDeSecours';
import { EnregistrerTotp } from './EnregistrerTotp';
import { Porte } from './Porte';

type Lien = components['schemas']['Lien'];
type AccesOuvert = components['schemas']['AccesOuvert'];

/** Where a link of a letter leads. Its secret is behind the `#`, which the browser sends to nobody. */
export function PageLien() {
  const router = useRouter();
  const [jeton] = useState(() => router.history.location.hash.replace(/^#/, ''));
  // Read once: the address is then cleaned, so that the secret does not stay in the history.
  useEffect(() => window.history.replaceState(window.history.state, '', '/acces'), []);
  const lien = useQuery({
    queryKey: ['lien', jeton],
    queryFn: () => read(api.POST('/api/v1/liens/lecture', { body: { jeton } })),
    retry: false,
    staleTime: Infinity,
  });
  if (lien.data) return <Choix jeton={jeton} lien={lien.data} />;
  return (
    <Porte title="Votre accès">
      {lien.error ? (
        <Stack gap="md">
          <Erreur error={lien.error} />
          <Anchor component={Link} to="/mot-de-passe-oublie">
            Demander un autre lien
          </Anchor>
        </Stack>
      ) : (
        <PageSkeleton lines={4} />
      )}
    </Porte>
  );
}

function Choix({ jeton, lien }: { jeton: string; lien: Lien }) {
  const router = useRouter();
  const signedIn = useSignedIn();
  const [accepted, setAccepted] = useState<AccesOuvert | null>(null);
  const enter = ({ session }: AccesOuvert) => {
    if (session) signedIn(session);
    router.history.push(session ? '/a-faire' : '/connexion');
  };
  const accept = useMutation({
    mutationFn: ({ motDePasse, code }: { motDePasse: string; code: string }) =>
      read(
        api.POST('/api/v1/liens/acceptation', {
          body: { jeton, motDePasse, ...(lien.totp ? { scelle: lien.totp.scelle, code } : {}) },
        }),
      ),
    onSuccess: (answer) => (answer.codesDeSecours.length > 0 ? setAccepted(answer) : enter(answer)),
  });
  const form = useForm({
    initialValues: { motDePasse: '', encore: '', code: '' },
    validate: {
      motDePasse: (value) => (value ? null : 'Choisissez un mot de passe.'),
      encore: (value, { motDePasse }) => (value === motDePasse ? null : 'Les deux saisies diffèrent.'),
      code: (value) => (!lien.totp || value ? null : 'Saisissez le code que montre l’application.'),
    },
  });
  const others = useServerErrors(form, accept.error);

  if (accepted) {
    return (
      <Porte title="Codes de secours">
        <CodesDeSecours codes={accepted.codesDeSecours} onDone={() => enter(accepted)} />
      </Porte>
    );
  }
  return (
    <Porte
      title={lien.but === 'invitation' ? 'Bienvenue' : 'Nouveau mot de passe'}
      lead={`${lien.nom}, vous vous connecterez avec ${lien.identifiant}.`}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ motDePasse, code }) => accept.mutate({ motDePasse, code }))}
      >
        <Stack gap="md">
          <FormErreur error={accept.error} others={others} />
          <ChampMotDePasse
            label="Mot de passe"
            description={REGLE_MOT_DE_PASSE}
            autoComplete="new-password"
            {...form.getInputProps('motDePasse')}
          />
          <ChampMotDePasse
            label="Mot de passe, encore une fois"
            autoComplete="new-password"
            {...form.getInputProps('encore')}
          />
          {lien.totp && <EnregistrerTotp totp={lien.totp} code={form.getInputProps('code')} />}
          <Button type="submit" size="md" loading={accept.isPending}>
            {lien.but === 'invitation' ? 'Ouvrir mon compte' : 'Changer de mot de passe'}
          </Button>
        </Stack>
      </form>
    </Porte>
  );
}
