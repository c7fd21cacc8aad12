import { Button, Group, Menu, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { sessionQuery } from '@/api/session';
import type { Address } from '@/lib/address';
import { useListAddress } from './useListAddress';

type View = { name: string; params: Address };

/** The filters and sorts that a person gave a name to, kept in this browser, apart for each account. */
export function SavedViews({ name }: { name: string }) {
  const account = useQueryClient().getQueryData(sessionQuery.queryKey)?.utilisateur.id ?? 'commun';
  const [views, setViews] = useLocalStorage<View[]>({
    key: `masp.vues.${account}.${name}`,
    defaultValue: [],
  });
  const { params, replaceAll } = useListAddress();
  const [newName, setNewName] = useState('');

  const save = (event: FormEvent) => {
    event.preventDefault();
    const chosen = newName.trim();
    if (!chosen) return;
    setViews([...views.filter((view) => view.name !== chosen), { name: chosen, params }]);
    setNewName('');
  };

  return (
    <Menu position="bottom-end" width={300} trapFocus>
      <Menu.Target>
        <Button variant="default" size="compact-sm">
          Vues{views.length > 0 && ` (${views.length})`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Menu.Item key={view.name} onClick={() => replaceAll(view.params)}>
            {view.name}
          </Menu.Item>
        ))}
        {views.length > 0 && (
          <>
            <Menu.Divider />
            {views.map((view) => (
              <Menu.Item
                key={view.name}
                c="var(--refus)"
                closeMenuOnClick={false}
                onClick={() => setViews(views.filter((other) => other !== view))}
              >
                Supprimer « {view.name} »
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <form onSubmit={save}>
          <Group p="xs" gap="xs" align="end" wrap="nowrap">
            <TextInput
              label="Nom de cette vue"
              value={newName}
              maxLength={60}
              onChange={(event) => setNewName(event.currentTarget.value)}
              // The menu would take the arrows and the letters for itself.
              onKeyDown={(event) => {
                if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation();
              }}
            />
            <Button type="submit" variant="default" flex="none">
              Garder
            </Button>
          </Group>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}
