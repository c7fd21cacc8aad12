import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { isApiError } from '@/api/errors';
import { useSecondFactor } from '@/api/session';
import { FormErreur } from '@/components/ui/FormErreur';
import { BoutonCle } from './BoutonCle';
import { Porte } from './Porte';

type Props = { onDone: () => void; onAgain: () => void };

/** The second half of signing in. */
export function SecondFacteur({ onDone, onAgain }: Props) {
  const second = useSecondFactor();
  const field = useRef<HTMLInputElement>(null);
  const form = useForm({
    initialValues: { code: '' },
    validate: { code: isNotEmpty('Saisissez le code.') },
  });
  useEffect(() => field.current?.focus(), [second.error]);
  const expired = isApiError(second.error) && second.error.code === 'acces.premier-facteur';

  return (
    <Porte
      title="Second facteur"
      lead="Saisissez le code à six chiffres de votre application, ou l’un de vos codes de secours."
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) =>
          second.mutate(values, { onSuccess: onDone, onError: () => form.reset() }),
        )}
      >
        <Stack gap="md">
          <FormErreur error={second.error} />
          {!expired && (
            <>
              <TextInput
                ref={field}
                label="Code"
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={20}
                size="md"
                {...form.getInputProps('code')}
              />
              <Button type="submit" size="md" loading={second.isPending}>
                Valider
              </Button>
              <BoutonCle onDone={onDone} />
            </>
          )}
          <Anchor component="button" type="button" onClick={onAgain}>
            Recommencer la connexion
          </Anchor>
        </Stack>
      </form>
    </Porte>
  );
}
