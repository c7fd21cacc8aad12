import { Button } from '@mantine/core';
import { usePasskeySignIn } from '@/api/session';
import { hasPasskeys } from '@/lib/passkeys';
import { ErreurDeCle } from './ErreurDeCle';

/** Signs in by a passkey, where the browser knows of any. */
export function BoutonCle({ onDone }: { onDone: () => void }) {
  const passkey = usePasskeySignIn();
  return (
    <>
      {hasPasskeys() && (
        <Button
          variant="default"
          size="md"
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onDone })}
        >
          Utiliser une clé d’accès
        </Button>
      )}
      <ErreurDeCle error={passkey.error} />
    </>
  );
}
