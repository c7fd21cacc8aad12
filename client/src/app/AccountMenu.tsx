import { Button, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { roles } from '@/api/roles';
import { forgetSession, useSession, useSignOut } from '@/api/session';
import styles from './frame.module.css';

export function AccountMenu() {
  const { utilisateur } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const queries = useQueryClient();

  const leave = async () => {
    let exit: { adresse: string } | undefined;
    try {
      exit = await signOut.mutateAsync();
    } catch {
      notifications.show({ color: 'red', message: 'La déconnexion n’a pas abouti. Réessayez.' });
      return;
    }
    await navigate({ to: '/connexion' });
    forgetSession(queries);
    // The session came from an outside provider: it is left there too.
    if (exit) window.location.assign(exit.adresse);
  };

  const attached = utilisateur.titulaire?.nom ?? utilisateur.serviceReferent?.nom;
  return (
    // The placeholder of the focus stands in the menu and is no item of it.
    <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          className={styles.account}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
          loading={signOut.isPending}
        >
          <span className={styles.accountName}>{utilisateur.nom}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text span display="block" size="sm" fw={600} c="var(--mantine-color-text)">
            {utilisateur.nom}, {roles[utilisateur.role]}
          </Text>
          {attached && (
            <Text span display="block" size="sm">
              {attached}
            </Text>
          )}
          <Text span display="block" size="sm">
            {utilisateur.identifiant}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle size={16} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/compte' })}
        >
          Mon compte
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={() => void leave()}>
          Se déconnecter
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
