import { Button, Group, Popover, TextInput } from '@mantine/core';
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
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm">
          Vues{views.length > 0 && ` (${views.length})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Vues gardées" p="xs">
        {views.map((view) => (
          <Group key={view.name} gap="xs" wrap="nowrap" justify="space-between">
            <Button variant="subtle" size="compact-sm" onClick={() => replaceAll(view.params)}>
              {view.name}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              c="var(--refus)"
              onClick={() => setViews(views.filter((other) => other !== view))}
            >
              Supprimer « {view.name} »
            </Button>
          </Group>
        ))}
        <form onSubmit={save}>
          <Group gap="xs" align="end" wrap="nowrap">
            <TextInput
              label="Nom de cette vue"
              value={newName}
              maxLength={60}
              onChange={(event) => setNewName(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" flex="none">
              Garder
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
