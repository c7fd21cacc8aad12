import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, read } from '@/api/http';
import { FormErreur } from '@/components/ui/FormErreur';
import { Porte } from './Porte';

/** Asks for a link; what is answered does not tell whether the account exists. */
export function PageMotDePasseOublie() {
  const ask = useMutation({
    mutationFn: (body: { identifiant: string }) => read(api.POST('/api/v1/liens', { body })),
  });
  const form = useForm({
    initialValues: { identifiant: '' },
    validate: { identifiant: isNotEmpty('Saisissez votre identifiant.') },
  });
  return (
    <Porte title="Mot de passe oublié">
      <Stack gap="md">
        {ask.isSuccess ? (
          <p role="status">
            Si un compte porte cette adresse, un lien vient d’y être envoyé. Il sert une fois, dans les 72
            heures.
          </p>
        ) : (
          <form noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
            <Stack gap="md">
              <FormErreur error={ask.error} />
              <TextInput
                label="Identifiant"
                type="email"
                autoComplete="username"
                size="md"
                {...form.getInputProps('identifiant')}
              />
              <Button type="submit" size="md" loading={ask.isPending}>
                Recevoir un lien
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/connexion">
          Revenir à la connexion
        </Anchor>
      </Stack>
    </Porte>
  );
}
