import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { isApiError } from '@/api/errors';
import { useSignIn } from '@/api/session';
import { FormErreur } from '@/components/ui/FormErreur';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { safeReturn } from '@/lib/address';
import { BoutonCle } from './BoutonCle';
import { ChampMotDePasse } from './ChampMotDePasse';
import { FournisseurExterne, RefusDuFournisseur } from './FournisseurExterne';
import { Porte } from './Porte';
import { SecondFacteur } from './SecondFacteur';

const route = getRouteApi('/connexion');

export function PageConnexion() {
  const { retour, etape, refus } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  // The outside provider leads back here when a code is still due.
  const [codeDue, setCodeDue] = useState(etape === 'code');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { identifiant: '', motDePasse: '' },
    validate: {
      identifiant: isNotEmpty('Saisissez votre identifiant.'),
      motDePasse: isNotEmpty('Saisissez votre mot de passe.'),
    },
  });
  const others = useServerErrors(form, signIn.error);
  const enter = () => router.history.push(safeReturn(retour));

  const submit = form.onSubmit(async (values) => {
    try {
      await signIn.mutateAsync(values);
    } catch (error) {
      if (isApiError(error) && error.code === 'acces.second-facteur') {
        setCodeDue(true);
        return;
      }
      // Shown above the form.
      form.getInputNode('motDePasse')?.focus();
      return;
    }
    enter();
  });

  if (codeDue) {
    return (
      <SecondFacteur
        onDone={enter}
        onAgain={() => {
          signIn.reset();
          setCodeDue(false);
        }}
      />
    );
  }
  return (
    <Porte title="Connexion" lead="Suivi des mesures d’accompagnement social personnalisé.">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {refus && !signIn.error && <RefusDuFournisseur refus={refus} />}
          {retour && !signIn.error && <div>Après connexion, vous retrouverez la page demandée.</div>}
          <FormErreur error={signIn.error} others={others} />
          <TextInput
            label="Identifiant"
            type="email"
            autoComplete="username"
            size="md"
            key={form.key('identifiant')}
            {...form.getInputProps('identifiant')}
          />
          <ChampMotDePasse
            label="Mot de passe"
            autoComplete="current-password"
            size="md"
            key={form.key('motDePasse')}
            {...form.getInputProps('motDePasse')}
          />
          <Button type="submit" size="md" loading={signIn.isPending}>
            Se connecter
          </Button>
          <BoutonCle onDone={enter} />
          <FournisseurExterne retour={retour} />
          <Anchor component={Link} to="/mot-de-passe-oublie">
            Mot de passe oublié
          </Anchor>
        </Stack>
      </form>
    </Porte>
  );
}
