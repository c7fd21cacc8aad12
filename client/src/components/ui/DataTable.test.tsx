import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { List } from '@/api/list';
import { ApiError } from '@/api/errors';
import * as csv from '@/lib/csv';
import { formatMoney } from '@/lib/format';
import { renderAt } from '@/testing/render';
import { DataTable } from './DataTable';
import { FilterText } from './Filters';

type Row = { id: string; numero: string; montant: number };

const rows: Row[] = [
  { id: 'a', numero: '34-2022-0412', montant: 1215.42 },
  { id: 'b', numero: '=HYPERLINK()', montant: -60 },
  { id: 'c', numero: '34-2022-0414', montant: 0 },
];

const aList = (changes: Partial<List<Row>> = {}): List<Row> => ({
  rows,
  error: null,
  isLoading: false,
  isLoadingMore: false,
  isStale: false,
  hasMore: false,
  loadMore: () => undefined,
  retry: () => undefined,
  ...changes,
});

const show = (list: List<Row>, address = '/') =>
  renderAt(
    () => (
      <DataTable
        title="Mesures"
        name="mesures"
        list={list}
        rowKey={(row) => row.id}
        rowLink={(row) => ({ to: '/mesures/$mesureId', params: { mesureId: row.id } })}
        columns={[
          { title: 'Numéro', value: (row) => row.numero, sort: 'numero' },
          {
            title: 'Montant',
            value: (row) => row.montant,
            cell: (row) => formatMoney(row.montant),
            numeric: true,
          },
        ]}
        filters={<FilterText name="recherche" label="Recherche" />}
      />
    ),
    address,
  );

it('Its sort is in the address: ascending, descending, then the order of the API', async () => {
  const { user, router } = show(aList());
  const header = await screen.findByRole('columnheader', { name: /Numéro/ });
  const sort = within(header).getByRole('button');
  await user.click(sort);
  expect(router.state.location.search).toEqual({ tri: 'numero' });
  expect(header).toHaveAttribute('aria-sort', 'ascending');
  await user.click(sort);
  expect(router.state.location.search).toEqual({ tri: '-numero' });
  expect(header).toHaveAttribute('aria-sort', 'descending');
  await user.click(sort);
  expect(router.state.location.search).toEqual({});
});

it('A filter is read from the address and written to it', async () => {
  const { user, router } = show(aList(), '/?recherche=dupont');
  const field = await screen.findByLabelText('Recherche');
  expect(field).toHaveValue('dupont');
  await user.clear(field);
  await user.type(field, 'martin');
  await vi.waitFor(() => expect(router.state.location.search).toEqual({ recherche: 'martin' }));
});

it('The arrows go from row to row, and Entrée opens the row', async () => {
  const { user, router } = show(aList());
  const links = await screen.findAllByRole('link');
  links[0]?.focus();
  await user.keyboard('{ArrowDown}');
  expect(links[1]).toHaveFocus();
  await user.keyboard('{End}');
  expect(links[2]).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(links[2]).toHaveFocus();
  await user.keyboard('{ArrowUp}{Enter}');
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/mesures/b'));
});

it('The CSV holds what is shown, and no formula', async () => {
  const download = vi.spyOn(csv, 'downloadText').mockImplementation(() => undefined);
  const { user } = show(aList());
  await user.click(await screen.findByRole('button', { name: 'CSV' }));
  expect(download).toHaveBeenCalledWith(
    'mesures.csv',
    "\ufeffNuméro;Montant\r\n34-2022-0412;1215,42\r\n'=HYPERLINK();-60\r\n34-2022-0414;0\r\n",
  );
  download.mockRestore();
});

it('A view is kept under a name and brings its filters back', async () => {
  const { user, router } = show(aList(), '/?lot=2&tri=-numero');
  await user.click(await screen.findByRole('button', { name: 'Vues' }));
  await user.type(await screen.findByLabelText('Nom de cette vue'), 'Mon lot');
  await user.click(screen.getByRole('button', { name: 'Garder' }));
  await router.navigate({ to: '/', search: {} });
  await user.click(await screen.findByRole('button', { name: 'Mon lot' }));
  await vi.waitFor(() => expect(router.state.location.search).toEqual({ lot: '2', tri: '-numero' }));
});

it('The next page is loaded on request', async () => {
  const loadMore = vi.fn();
  const { user } = show(aList({ hasMore: true, loadMore }));
  expect(await screen.findByText('3 premières lignes')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Charger la suite' }));
  expect(loadMore).toHaveBeenCalledOnce();
});

it('Filters without an answer can be taken off', async () => {
  const { user, router } = show(aList({ rows: [] }), '/?recherche=personne');
  await user.click(await screen.findByRole('button', { name: 'Effacer les filtres' }));
  await vi.waitFor(() => expect(router.state.location.search).toEqual({}));
});

it('A list that is empty without filters says so', async () => {
  show(aList({ rows: [] }));
  expect(await screen.findByText('La liste est vide.')).toBeInTheDocument();
});

it('A refusal stands in place of the rows, with its code', async () => {
  const error = new ApiError({
    status: 403,
    title: 'Cette liste ne vous est pas ouverte.',
    code: 'acces.refuse',
  });
  show(aList({ rows: [], error }));
  expect(await screen.findByRole('alert')).toHaveTextContent('acces.refuse');
});
