import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSignIn } from '@/api/session';
import { FormErreur } from '@/components/ui/FormErreur';
import { useServerErrors } from '@/components/ui/useServerErrors';
import { safeReturn } from '@/lib/address';
import styles from './connexion.module.css';

const route = getRouteApi('/connexion');

export function PageConnexion() {
  const { retour } = route.useSearch();
  const router = useRouter();
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { identifiant: '', motDePasse: '' },
    validate: {
      identifiant: isNotEmpty('Saisissez votre identifiant.'),
      motDePasse: isNotEmpty('Saisissez votre mot de passe.'),
    },
  });
  const others = useServerErrors(form, signIn.error);

  useEffect(() => {
    document.title = 'Connexion · Masp';
  }, []);

  const submit = form.onSubmit(async (values) => {
    try {
      await signIn.mutateAsync(values);
    } catch {
      // Shown above the form.
      form.getInputNode('motDePasse')?.focus();
      return;
    }
    router.history.push(safeReturn(retour));
  });

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <img src="/masp.svg" alt="" width={34} height={34} />
          Masp
        </p>
        <h1 className={styles.title}>Connexion</h1>
        <p className={styles.lead}>Suivi des mesures d’accompagnement social personnalisé.</p>
        {retour && !signIn.error && (
          <p className={styles.lead}>Après connexion, vous retrouverez la page demandée.</p>
        )}
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="md">
            <FormErreur error={signIn.error} others={others} />
            <TextInput
              label="Identifiant"
              type="email"
              autoComplete="username"
              size="md"
              key={form.key('identifiant')}
              {...form.getInputProps('identifiant')}
            />
            <PasswordInput
              label="Mot de passe"
              autoComplete="current-password"
              size="md"
              visibilityToggleButtonProps={{
                'aria-label': 'Afficher ou masquer le mot de passe',
                tabIndex: 0,
              }}
              key={form.key('motDePasse')}
              {...form.getInputProps('motDePasse')}
            />
            <Button type="submit" size="md" loading={signIn.isPending}>
              Se connecter
            </Button>
          </Stack>
        </form>
      </div>
    </main>
  );
}
