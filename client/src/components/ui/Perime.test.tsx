import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import type { Versioned } from '@/api/http';
import { renderAt } from '@/testing/render';
import { Erreur } from './Erreur';
import { Perime } from './Perime';
import { useVersionedAct } from './useVersionedAct';

type Bon = { etat: string; lieu: string };
type Run = (motif: string, version: Versioned<Bon>) => Promise<unknown>;

const stale = new ApiError({ status: 412, title: 'Périmé', code: 'version.perimee' });
const refused = new ApiError({ status: 409, title: 'Refusé par une règle', code: 'bon.clos' });
const read: Versioned<Bon> = { data: { etat: 'émis', lieu: 'Adissan' }, etag: '"5"' };
const changed: Versioned<Bon> = { data: { etat: 'reçu', lieu: 'Adissan' }, etag: '"6"' };

function Abandon({ run, now, possible }: { run: Run; now: Versioned<Bon>; possible: boolean }) {
  const [record, setRecord] = useState(read);
  const act = useVersionedAct<Bon, string>(record, {
    run: async (motif, version) => {
      try {
        return await run(motif, version);
      } finally {
        setRecord(now);
      }
    },
    done: 'Bon de commande abandonné.',
    refreshes: [],
  });
  return (
    <>
      <button type="button" onClick={() => act.mutate('La personne refuse')}>
        Abandonner
      </button>
      <Erreur error={act.error} />
      {act.stale && (
        <Perime
          stale={act.stale}
          say={({ etat, lieu }) => [
            ['État', etat],
            ['Lieu', lieu],
          ]}
          act="Abandonner le bon"
          mine={[['Motif', act.stale.values]]}
          possible={possible}
          pending={act.isPending}
        />
      )}
    </>
  );
}

async function meet412(
  second: () => Promise<unknown> = () => Promise.resolve('ok'),
  now = changed,
  possible = true,
) {
  const run = vi.fn<Run>().mockRejectedValueOnce(stale).mockImplementationOnce(second);
  const { user } = renderAt(() => <Abandon run={run} now={now} possible={possible} />);
  await user.click(await screen.findByRole('button', { name: 'Abandonner' }));
  await screen.findByText(/Quelqu’un a modifié cette fiche/);
  return { run, user };
}

it('What others changed and what one was doing are both in sight, and nothing else', async () => {
  await meet412();
  expect(screen.getByRole('row', { name: 'État émis reçu' })).toBeInTheDocument();
  expect(screen.queryByRole('row', { name: /Lieu/ })).toBeNull();
  expect(screen.getByText('Motif : La personne refuse')).toBeInTheDocument();
});

it('Mine is done again, with what was typed, on the version just read', async () => {
  const { run, user } = await meet412();
  await user.click(screen.getByRole('button', { name: 'Refaire mon acte sur cette version' }));
  expect(await screen.findByText('Bon de commande abandonné.')).toBeInTheDocument();
  expect(run.mock.calls.map(([motif, { etag }]) => [motif, etag])).toEqual([
    ['La personne refuse', '"5"'],
    ['La personne refuse', '"6"'],
  ]);
  expect(screen.queryByText(/Quelqu’un a modifié cette fiche/)).toBeNull();
});

it('Theirs is kept: nothing is sent again', async () => {
  const { run, user } = await meet412();
  await user.click(screen.getByRole('button', { name: 'Garder ce qui est enregistré' }));
  expect(screen.queryByText(/Quelqu’un a modifié cette fiche/)).toBeNull();
  expect(run).toHaveBeenCalledOnce();
});

it('A version that no longer allows the act offers to keep theirs alone, and says so', async () => {
  await meet412(undefined, changed, false);
  expect(screen.getByText(/ne permet plus cet acte/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Refaire/ })).toBeNull();
});

it('A change that the page does not show is told as such', async () => {
  await meet412(undefined, { ...read, etag: '"6"' });
  expect(screen.getByText(/ne touche pas ce que montre cette page/)).toBeInTheDocument();
  expect(screen.queryByRole('table')).toBeNull();
});

it('A rule that refuses mine on the new version is told in its own words', async () => {
  const { user } = await meet412(() => Promise.reject(refused));
  await user.click(screen.getByRole('button', { name: 'Refaire mon acte sur cette version' }));
  expect(await screen.findByText('Code : bon.clos')).toBeInTheDocument();
  expect(screen.queryByText(/Quelqu’un a modifié cette fiche/)).toBeNull();
});
