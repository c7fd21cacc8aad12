import { screen } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import { renderAt } from '@/testing/render';
import { ActDialog } from './ActDialog';
import { Loaded } from './Loaded';
import { useAct } from './useAct';

const stale = new ApiError({ status: 412, title: 'Périmé', code: 'version.perimee' });

function Bon({ read, run }: { read: () => Promise<string>; run: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['bons-de-commande', '1'], queryFn: read });
  const act = useAct({ run, done: 'Bon de commande reçu.', refreshes: [['bons-de-commande']] });
  const [open, setOpen] = useState(false);
  return (
    <Loaded query={query}>
      {(etat) => (
        <>
          <p>État : {etat}</p>
          <button type="button" onClick={() => setOpen(true)}>
            Ouvrir
          </button>
          <ActDialog
            title="Réception"
            opened={open}
            onClose={() => setOpen(false)}
            onSubmit={(event) => {
              event.preventDefault();
              act.mutate();
            }}
            submit="Accuser réception"
            pending={act.isPending}
            error={act.error}
          />
        </>
      )}
    </Loaded>
  );
}

const press = async (user: ReturnType<typeof renderAt>['user']) => {
  await user.click(await screen.findByRole('button', { name: 'Ouvrir' }));
  await user.click(await screen.findByRole('button', { name: 'Accuser réception' }));
};

it('An act that succeeds is told, and what it changed is read again', async () => {
  const read = vi.fn<() => Promise<string>>().mockResolvedValueOnce('émis').mockResolvedValue('reçu');
  const { user } = renderAt(() => <Bon read={read} run={() => Promise.resolve('ok')} />);
  await press(user);
  expect(await screen.findByText('Bon de commande reçu.')).toBeInTheDocument();
  expect(await screen.findByText('État : reçu')).toBeInTheDocument();
});

it('An act upon a stale record is refused in its dialog, and the record is read again', async () => {
  const read = vi.fn<() => Promise<string>>().mockResolvedValueOnce('émis').mockResolvedValue('abandonné');
  const { user } = renderAt(() => <Bon read={read} run={() => Promise.reject(stale)} />);
  await press(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('version.perimee');
  expect(await screen.findByText('État : abandonné')).toBeInTheDocument();
});

it('A record that is not there, or not theirs, is a page that is not found', async () => {
  const missing = new ApiError({ status: 404, title: 'Introuvable', code: 'introuvable' });
  renderAt(() => <Bon read={() => Promise.reject(missing)} run={() => Promise.resolve('')} />);
  expect(await screen.findByRole('heading', { name: 'Page introuvable' })).toBeInTheDocument();
});
