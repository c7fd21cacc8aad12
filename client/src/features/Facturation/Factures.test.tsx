import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aDetail, aFacture, aFactureResume, titulaires } from './testing';

const comptable = aSessionOf(
  'comptable',
  'lireReferentiel',
  'lireFactures',
  'preparerFacture',
  'validerFacture',
  'emettreFacture',
);

beforeEach(() =>
  server.use(
    http.get('/api/v1/titulaires', ({ response }) =>
      response(200).json({ elements: titulaires, lien: null }),
    ),
    http.get('/api/v1/factures', ({ response }) =>
      response(200).json({ elements: [aFactureResume()], lien: null }),
    ),
  ),
);

it('The quarter that is over stands titulaire by Lot, with what is still to prepare', async () => {
  renderApp('/factures', comptable);
  const matrice = await screen.findByRole('table', { name: /Factures du 3e trimestre 2022/ });
  const rowOfA = await within(matrice).findByRole('row', { name: /Association A/ });
  expect(within(rowOfA).getByRole('link')).toHaveTextContent('84 312,10 € émise');
  const rowOfB = within(matrice).getByRole('row', { name: /Association B/ });
  expect(within(rowOfB).getAllByRole('link', { name: 'à préparer' })[1]).toHaveAttribute(
    'href',
    '/factures/nouvelle?titulaireId=tb&lot=2&trimestre=2022-T3',
  );
});

it('A titulaire sees its own row alone', async () => {
  const chef = aSessionOf('chefTitulaire', 'lireReferentiel', 'lireFactures', 'preparerFacture');
  const utilisateur = { ...chef.utilisateur, titulaire: { id: 'ta', nom: 'Association A' } };
  renderApp('/factures', { ...chef, utilisateur });
  const matrice = await screen.findByRole('table', { name: /Factures du 3e trimestre 2022/ });
  expect(await within(matrice).findByRole('row', { name: /Association A/ })).toBeInTheDocument();
  expect(within(matrice).queryByRole('row', { name: /Association B/ })).toBeNull();
});

const choix = '/factures/nouvelle?titulaireId=tb&lot=2&trimestre=2022-T4';
const apercu = { trimestre: '2022-T4', lignes: aFacture().lignes, total: 84312.1, mois: [aDetail()] };

it('A preview shows each month and why; the invoice is then prepared and opened', async () => {
  let prepared: unknown;
  server.use(
    http.get('/api/v1/factures/apercu', ({ response }) => response(200).json({ ...apercu, refus: null })),
    http.post('/api/v1/factures', async ({ request, response }) => {
      prepared = await request.json();
      return response(201).json(aFacture({ id: 'f2' }));
    }),
    http.get('/api/v1/factures/{id}', ({ response }) => response(200).json(aFacture({ id: 'f2' }))),
    http.get('/api/v1/factures/{id}/etat-detaille', ({ response }) =>
      response(200).json({ elements: [aDetail()], lien: null }),
    ),
  );
  const { user, router } = renderApp(choix, comptable);
  expect(await screen.findByText('= 402 mois-mesure')).toBeInTheDocument();
  expect(screen.getByText('Mois entier sous contrat.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Préparer la facture' }));
  expect(await screen.findByRole('heading', { name: 'Facture non émise' })).toBeInTheDocument();
  expect(prepared).toEqual({ titulaireId: 'tb', lot: '2', trimestre: '2022-T4' });
  expect(router.state.location.pathname).toBe('/factures/f2');
});

it('A quarter that still runs can be looked at, and says why it is not prepared', async () => {
  const refus = 'Le trimestre 2022-T4 n’est pas terminé.';
  server.use(http.get('/api/v1/factures/apercu', ({ response }) => response(200).json({ ...apercu, refus })));
  renderApp(choix, comptable);
  const button = await screen.findByRole('button', { name: 'Préparer la facture' });
  expect(button).toHaveAccessibleDescription(`Préparer la facture : ${refus}`);
});

const serveOne = (facture = aFacture()) =>
  server.use(
    http.get('/api/v1/factures/{id}', ({ response }) =>
      response.untyped(HttpResponse.json(facture, { headers: { ETag: '"7"' } })),
    ),
    http.get('/api/v1/factures/{id}/etat-detaille', ({ response }) =>
      response(200).json({ elements: [aDetail(), aDetail({ quantite: 0, moisNumero: 6 })], lien: null }),
    ),
  );

it('An invoice is validated on the version that was read, and leads from each line to its measure', async () => {
  let version: string | null = null;
  serveOne();
  server.use(
    http.post('/api/v1/factures/{id}/validation', ({ request, response }) => {
      version = request.headers.get('If-Match');
      return response(200).json(aFacture({ etat: 'validee' }));
    }),
  );
  const { user } = renderApp('/factures/f1', comptable);
  const lines = await screen.findAllByRole('link', { name: '34-2022-0412' });
  expect(lines[0]).toHaveAttribute('href', '/mesures/m412');
  expect(screen.getByRole('button', { name: 'Émettre la facture' })).toHaveAccessibleDescription(/R42/);
  await user.click(screen.getByRole('button', { name: 'Valider l’état détaillé' }));
  expect(await screen.findByText(/État détaillé validé : la facture/)).toBeInTheDocument();
  expect(version).toBe('"7"');
});

it('An avoir that a rule refuses says so in its dialog, and the invoice stays', async () => {
  serveOne(aFacture({ etat: 'emise', numero: 'A-2022-0003' }));
  server.use(
    http.post('/api/v1/factures/{id}/avoir', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          { status: 409, title: 'Refusé par une règle', code: 'avoir.deja-fait', detail: 'Déjà un avoir.' },
          { status: 409 },
        ),
      ),
    ),
  );
  const { user } = renderApp('/factures/f1', comptable);
  await user.click(await screen.findByRole('button', { name: 'Corriger par un avoir' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Faire l’avoir' }));
  expect(await dialog.findByText('Dites pourquoi la facture est corrigée.')).toBeInTheDocument();
  await user.type(dialog.getByRole('textbox', { name: /Motif/ }), 'Erreur de zone');
  await user.click(dialog.getByRole('button', { name: 'Faire l’avoir' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('avoir.deja-fait');
});

it('An invoice validated by somebody else meanwhile says so, and asks for nothing more', async () => {
  let facture = aFacture();
  server.use(
    http.get('/api/v1/factures/{id}', ({ response }) =>
      response.untyped(HttpResponse.json(facture, { headers: { ETag: `"${facture.etat}"` } })),
    ),
    http.get('/api/v1/factures/{id}/etat-detaille', ({ response }) =>
      response(200).json({ elements: [], lien: null }),
    ),
    http.post('/api/v1/factures/{id}/validation', ({ response }) => {
      facture = aFacture({ etat: 'validee', valideeLe: '2022-10-05' });
      return response.untyped(
        HttpResponse.json({ status: 412, title: 'Périmé', code: 'version.perimee' }, { status: 412 }),
      );
    }),
  );
  const { user } = renderApp('/factures/f1', comptable);
  await user.click(await screen.findByRole('button', { name: 'Valider l’état détaillé' }));
  expect(await screen.findByRole('row', { name: 'État à valider validée' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Refaire/ })).toBeNull();
});

it('An Avoir is said « émis »', async () => {
  serveOne(aFacture({ nature: 'avoir', etat: 'emise', numero: 'A-2022-0004', avoirDe: 'f0' }));
  renderApp('/factures/f1', comptable);
  await screen.findByRole('heading', { name: 'Avoir A-2022-0004' });
  expect(screen.getByText('émis')).toBeInTheDocument();
  expect(screen.queryByText(/émise/i)).toBeNull();
});

it('Choosing again the quarter that is chosen keeps it', async () => {
  const { user, router } = renderApp('/factures/nouvelle?trimestre=2022-T3', comptable);
  const quarter = await screen.findByRole('combobox', { name: 'Trimestre' });
  await user.click(quarter);
  await user.click(await screen.findByRole('option', { name: '3e trimestre 2022' }));
  expect(router.state.location.search).toMatchObject({ trimestre: '2022-T3' });
  expect(quarter).toHaveValue('3e trimestre 2022');
});
