import { Button, CopyButton, Modal, Stack, TextInput } from '@mantine/core';

type Props = { clientId: string; secret: string; onClose: () => void };

/** A secret, for the only time: closing is an act, not a click beside. */
export function SecretMontre({ clientId, secret, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Secret du programme"
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <p>Copiez-le maintenant : il ne sera plus montré.</p>
        <TextInput label="client_id" value={clientId} readOnly />
        <TextInput label="client_secret" value={secret} readOnly data-autofocus />
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copié' : 'Copier le secret'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>Le secret est en lieu sûr</Button>
      </Stack>
    </Modal>
  );
}
