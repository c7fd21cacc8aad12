import { Text } from '@mantine/core';
import { Erreur } from '@/components/ui/Erreur';
import { PasskeyError } from '@/lib/passkeys';

/** Why a passkey did not serve: the browser's reason, or the API's. */
export function ErreurDeCle({ error }: { error: Error | null }) {
  if (error instanceof PasskeyError) {
    return (
      <Text role="alert" size="sm" c="var(--refus)">
        {error.message}
      </Text>
    );
  }
  return <Erreur error={error} />;
}
