import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { FormErreur } from './FormErreur';

type Props = {
  title: string;
  opened: boolean;
  onClose: () => void;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** The act, as its button says it: « Abandonner le bon ». */
  submit: string;
  danger?: boolean;
  /** Wider than one column of fields. */
  wide?: boolean;
  pending: boolean;
  error: unknown;
  /** What `useServerErrors` gave back. */
  others?: readonly string[];
  /** The `Perime` of an act refused by a newer version: it is settled before anything else. */
  perime?: ReactNode;
  children?: ReactNode;
};

/** An act that asks for something first (a reason, a date), or for a confirmation. */
export function ActDialog({
  title,
  opened,
  onClose,
  onSubmit,
  submit,
  danger,
  wide,
  pending,
  error,
  others,
  perime,
  children,
}: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': 'Fermer' }}
    >
      {perime || (
        <form noValidate onSubmit={onSubmit}>
          <Stack gap="md">
            <FormErreur error={error} others={others} />
            {children}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Renoncer
              </Button>
              <Button type="submit" loading={pending} color={danger ? 'var(--refus)' : undefined}>
                {submit}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
