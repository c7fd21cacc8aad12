import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aTour } from './testing';

it('The counts, who is next and why, and what a manual choice and a give-back did', async () => {
  server.use(http.get('/api/v1/lots/{code}/tour-de-role', ({ response }) => response(200).json(aTour())));
  renderApp('/tour-de-role/1');
  const counts = within(await screen.findByRole('table', { name: 'Comptes nets, Lot 1 EST' }));
  expect(counts.getByRole('row', { name: /Association A/ })).toHaveTextContent('141');
  expect(counts.queryByRole('row', { name: /Association sortie/ })).toBeNull();
  expect(screen.getByText('Association B : le moins servi (140 contre 141).')).toBeInTheDocument();

  const register = within(await screen.findByRole('table', { name: 'Registre · Lot 1 EST' }));
  const manual = register.getByRole('row', { name: /choix manuel/ });
  expect(manual).toHaveTextContent('140 → 141');
  expect(manual).toHaveTextContent('Conjoint suivi par la même équipe');
  expect(within(manual).getByRole('link', { name: 'n° 281, bon BC-34-1-0281' })).toBeInTheDocument();
  expect(register.getByRole('row', { name: /tour rendu/ })).toHaveTextContent('141 → 140');
});

it('A Lot that is not theirs is a page that is not found', async () => {
  server.use(
    http.get('/api/v1/lots/{code}/tour-de-role', ({ response }) =>
      response(404).json(aRefusal(404, 'lot.introuvable', 'Ce lot n’existe pas.')),
    ),
  );
  renderApp('/tour-de-role/9');
  expect(await screen.findByRole('heading', { name: 'Page introuvable' })).toBeInTheDocument();
});

it('The turns of the Lots that are theirs stand side by side', async () => {
  server.use(
    http.get('/api/v1/lots/{code}/tour-de-role', ({ params, response }) =>
      params.code === '1'
        ? response(200).json(aTour())
        : response(404).json(aRefusal(404, 'lot.introuvable', 'Ce lot n’existe pas.')),
    ),
  );
  renderApp('/tour-de-role');
  expect(await screen.findByRole('heading', { name: 'Lot 1 EST' })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});
