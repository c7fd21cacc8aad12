import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { createQueries } from './queries';
import { createAppRouter } from './router';

const rail = async () => within(await screen.findByRole('navigation', { name: 'Navigation principale' }));

it('An agent of the SAFPM sees the whole path in the rail', async () => {
  renderApp('/a-faire');
  const places = (await rail()).getAllByRole('link').map((link) => link.textContent);
  expect(places).toEqual([
    'À faire',
    'Demandes',
    'Commissions',
    'Décisions',
    'Attributions',
    'Tour de rôle',
    'Bons de commande',
    'Premières rencontres',
    'Mesures',
    'Rencontres',
    'Échéances',
    'Archives',
    'Factures',
    'Barèmes',
    'Communes',
    'Simulateur',
  ]);
});

it('A service referent does not see the tour de rôle, nor the invoices', async () => {
  renderApp(
    '/a-faire',
    aSessionOf('referent', 'calculer', 'lireReferentiel', 'lireDemandes', 'lireMesures', 'lireAFaire'),
  );
  const links = await rail();
  expect(links.getByRole('link', { name: 'Demandes' })).toBeInTheDocument();
  expect(links.queryByRole('link', { name: 'Tour de rôle' })).toBeNull();
  expect(links.queryByRole('link', { name: 'Factures' })).toBeNull();
});

it('An administrator opens no file of a person', async () => {
  renderApp('/a-faire', aSessionOf('administrateur', 'calculer', 'lireReferentiel', 'lireAFaire'));
  const places = (await rail()).getAllByRole('link').map((link) => link.textContent);
  expect(places).toEqual(['À faire', 'Barèmes', 'Communes', 'Simulateur']);
});

it('A page of another role is not shown, whatever address is typed, and nothing of it is asked', async () => {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) => asked.push(new URL(request.url).pathname));
  renderApp('/communes/import', aSessionOf('referent', 'lireReferentiel', 'lireDemandes'));
  expect(await screen.findByRole('heading', { name: 'Page non ouverte à votre rôle' })).toBeInTheDocument();
  expect(screen.queryByLabelText(/Fichier CSV/)).toBeNull();
  expect(asked.filter((path) => path.includes('communes'))).toEqual([]);
});

it('Every page behind sign-in says what one must be allowed to do to see it', () => {
  const pages = Object.values(createAppRouter(createQueries()).routesById).filter(
    ({ id, options, children }) => options.component && !children && id.startsWith('/cadre'),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter(({ options }) => !options.staticData?.acte).map(({ id }) => id)).toEqual([]);
});

it('The demonstration says so, with its own day', async () => {
  renderApp('/a-faire');
  expect(await screen.findByText(/^démonstration/)).toHaveTextContent('démonstration · 24 nov. 2022');
});

it('A change of page moves the focus to its title and names the document', async () => {
  const { user } = renderApp('/a-faire');
  await user.click((await rail()).getByRole('link', { name: 'Mesures' }));
  const title = await screen.findByRole('heading', { level: 1, name: 'Mesures' });
  expect(title).toHaveFocus();
  expect(document.title).toBe('Mesures · Masp');
});

it('The Lot in view follows from page to page in the address', async () => {
  const { user, router } = renderApp('/mesures?lot=2');
  await user.click((await rail()).getByRole('link', { name: 'Factures' }));
  await screen.findByRole('heading', { level: 1, name: 'Factures' });
  expect(router.state.location.href).toBe('/factures?lot=2');
});

it('The Lot in view is chosen among those of the département', async () => {
  const { user, router } = renderApp('/mesures');
  await user.click(await screen.findByRole('combobox', { name: 'Lot en vue' }));
  await user.click(await screen.findByRole('option', { name: 'Lot 2 OUEST' }));
  await waitFor(() => expect(router.state.location.href).toBe('/mesures?lot=2'));
});

it('The Lot in view can be taken off', async () => {
  const { router } = renderApp('/mesures?lot=2');
  await rail();
  await router.navigate({ to: '/mesures', search: { lot: undefined } });
  expect(router.state.location.href).toBe('/mesures');
});

it('Ctrl K finds a page by another word of the trade', async () => {
  const { user } = renderApp('/a-faire');
  await rail();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Rechercher'), 'tarifs');
  expect(await screen.findByRole('button', { name: 'Barèmes' })).toBeInTheDocument();
});

it('An unknown address says so and leads back', async () => {
  renderApp('/nulle-part');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page introuvable' })).toBeInTheDocument();
});
