import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aCertificat, aFiche, anEchue } from './testing';

const serve = (fiche = aFiche()) =>
  server.use(
    http.get('/api/v1/beneficiaires/{id}', ({ response }) =>
      response(200).json(fiche, { headers: { ETag: '"7"' } }),
    ),
  );

const visa = {
  reference: 'AD34-2022-17',
  date: '2022-01-20',
  service: 'Archives départementales',
  document: null,
  enregistreLe: '2022-01-21',
  utilisateurId: 'u1',
};

it('An active file says why it is, and offers its export and its rectification', async () => {
  serve();
  renderApp('/beneficiaires/b1');
  const droits = await screen.findByRole('region', { name: 'Droits de la personne' });
  expect(droits).toHaveTextContent('actif (R63)');
  expect(within(droits).getByRole('link', { name: 'Tout exporter (PDF)' })).toHaveAttribute(
    'href',
    '/api/v1/beneficiaires/b1/export.pdf',
  );
  expect(within(droits).queryByRole('button', { name: 'Effacer le dossier' })).not.toBeInTheDocument();
  expect(
    within(droits).queryByRole('button', { name: 'Enregistrer le visa des archives' }),
  ).not.toBeInTheDocument();
});

it('A rectification sends what is, why, and the version that was read', async () => {
  serve();
  let sent: unknown;
  let version: string | null = null;
  server.use(
    http.post('/api/v1/beneficiaires/{id}/rectification', async ({ request, response }) => {
      version = request.headers.get('If-Match');
      sent = await request.json();
      return response(200).json(aFiche({ nom: 'Durand' }));
    }),
  );
  const { user } = renderApp('/beneficiaires/b1');
  await user.click(await screen.findByRole('button', { name: 'Rectifier l’identité' }));
  const dialog = await screen.findByRole('dialog', { name: 'Rectifier l’identité' });
  await user.click(within(dialog).getByRole('button', { name: 'Rectifier' }));
  expect(await within(dialog).findByText('Dites pourquoi l’identité est rectifiée.')).toBeInTheDocument();
  const nom = within(dialog).getByRole('textbox', { name: 'Nom' });
  await user.clear(nom);
  await user.type(nom, 'Durand');
  await user.type(within(dialog).getByRole('textbox', { name: 'Motif' }), 'Mariage.');
  await user.click(within(dialog).getByRole('button', { name: 'Rectifier' }));
  expect(await screen.findByText('Identité rectifiée.')).toBeInTheDocument();
  expect(sent).toEqual({
    civilite: null,
    prenom: 'Louise',
    nom: 'Durand',
    dateNaissance: '1980-05-01',
    motif: 'Mariage.',
  });
  expect(version).toBe('"7"');
});

it('An archived file under visa is erased once the word is typed', async () => {
  serve(aFiche({ archiveLe: '2022-01-12', visa }));
  let sent: unknown;
  server.use(
    http.post('/api/v1/beneficiaires/{id}/effacement', async ({ request, response }) => {
      sent = await request.json();
      return response(201).json(aCertificat());
    }),
    http.get('/api/v1/archivages/apercu', ({ response }) => response(200).json({ elements: [], lien: null })),
    http.get('/api/v1/certificats-effacement', ({ response }) =>
      response(200).json({ elements: [aCertificat()], lien: null }),
    ),
  );
  const { user } = renderApp(
    '/beneficiaires/b1',
    aSessionOf('decideur', 'lireBeneficiaire', 'archiver', 'effacerDossier'),
  );
  await user.click(await screen.findByRole('button', { name: 'Effacer le dossier' }));
  const dialog = await screen.findByRole('dialog', { name: 'Effacer le dossier' });
  const word = within(dialog).getByRole('textbox', { name: 'Écrivez « EFFACER »' });
  await user.type(word, 'effacer');
  await user.click(within(dialog).getByRole('button', { name: 'Effacer définitivement' }));
  expect(sent).toBeUndefined();
  await user.clear(word);
  await user.type(word, 'EFFACER');
  await user.click(within(dialog).getByRole('button', { name: 'Effacer définitivement' }));
  expect(await screen.findByRole('link', { name: 'PDF de CE-34-2022-0001' })).toHaveAttribute(
    'href',
    '/api/v1/beneficiaires/b9/certificat.pdf',
  );
  expect(sent).toEqual({ confirmation: 'EFFACER' });
});

it('The files that are due say why, and are archived together', async () => {
  let due = [anEchue()];
  server.use(
    http.get('/api/v1/archivages/apercu', ({ response }) =>
      response(200).json({ elements: due, lien: null }),
    ),
    http.get('/api/v1/certificats-effacement', ({ response }) =>
      response(200).json({ elements: [], lien: null }),
    ),
    http.post('/api/v1/archivages', ({ response }) => {
      due = [];
      return response(200).json({ archives: 1, restants: 0 });
    }),
  );
  const { user } = renderApp('/archives');
  expect(await screen.findByText(/à archiver \(R63\)/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Archiver les dossiers échus' }));
  expect(await screen.findByText('1 dossier archivé.')).toBeInTheDocument();
  expect(await screen.findByText('Aucun dossier à archiver.')).toBeInTheDocument();
});
