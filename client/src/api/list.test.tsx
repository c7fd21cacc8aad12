import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '@/testing/render';
import { cursorOf, useList, type Page } from './list';

const pages: Record<string, Page<string>> = {
  debut: { elements: ['a', 'b'], lien: '/api/v1/mesures?taille=2&apres=x%2Fy' },
  'x/y': { elements: ['c'], lien: null },
};

function Rows() {
  const list = useList(['essai'], (apres) => Promise.resolve(pages[apres ?? 'debut'] ?? { elements: [] }));
  return (
    <>
      <p>{list.rows.join(' ')}</p>
      {list.hasMore && <button onClick={list.loadMore}>Suite</button>}
    </>
  );
}

it('A list goes on from the cursor of its link, until there is none', async () => {
  const { user } = renderAt(Rows);
  expect(await screen.findByText('a b')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Suite' }));
  expect(await screen.findByText('a b c')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Suite' })).toBeNull();
});

it('No link is no cursor', () => {
  expect(cursorOf(null)).toBeUndefined();
  expect(cursorOf('/api/v1/mesures?taille=2')).toBeUndefined();
});
