import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Acte } from '@/api/session';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSession } from '@/testing/session';
import { aMesure } from './testing';

type Sante = { admise: boolean; texte: string; majLe: string | null; version: string };

/** The page of one measure, for somebody who may do these acts. */
function open(actes: readonly Acte[], sante: Sante = { admise: true, texte: '', majLe: null, version: '0' }) {
  const sent: unknown[] = [];
  const notes: {
    id: string;
    le: string;
    organisme: string;
    portee: 'partagee' | 'propre';
    texte: string;
  }[] = [];
  server.use(
    http.get('/api/v1/mesures/{id}', ({ response }) => response(200).json(aMesure())),
    http.get('/api/v1/mesures/{id}/chronologie', ({ response }) =>
      response(200).json({ elements: [], lien: null }),
    ),
    http.get('/api/v1/mesures/{id}/notes', ({ response }) =>
      response(200).json({ elements: notes, lien: null }),
    ),
    http.post('/api/v1/mesures/{id}/notes', async ({ request, response }) => {
      const body = await request.json();
      sent.push(body);
      const note = { id: 'n1', le: '2022-11-24', organisme: 'Association A', ...body };
      notes.push(note);
      return response(201).json(note);
    }),
    http.get('/api/v1/mesures/{id}/sante', ({ response }) =>
      response(200).json(sante, { headers: { ETag: '"0"' } }),
    ),
  );
  return {
    sent,
    ...renderApp('/mesures/m1', aSession({ actes: [...actes, 'lireMesures', 'lireReferentiel'] })),
  };
}

it('A note is kept for the own body unless it is shared on purpose', async () => {
  const { user, sent } = open(['lireNotes', 'ecrireNote']);
  expect(await screen.findByText('Aucune note sur cette mesure.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Écrire une note' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('radio', { name: 'Mon organisme seulement' })).toBeChecked();
  await user.click(within(dialog).getByRole('radio', { name: 'Toutes les parties, la personne aussi' }));
  await user.type(within(dialog).getByRole('textbox', { name: 'Note' }), 'À préparer ensemble.');
  await user.click(within(dialog).getByRole('button', { name: 'Garder la note' }));
  const table = await screen.findByRole('table', { name: 'Notes sur la mesure' });
  expect(within(table).getByText('À préparer ensemble.')).toBeInTheDocument();
  expect(within(table).getByText('toutes les parties')).toBeInTheDocument();
  expect(sent).toEqual([{ portee: 'partagee', texte: 'À préparer ensemble.' }]);
});

it('Who may not read health information is neither shown it nor asks for it', async () => {
  open(['lireNotes']);
  expect(await screen.findByRole('heading', { name: 'Notes' })).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'Information de santé' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Écrire une note' })).not.toBeInTheDocument();
});

it('Health information is a part of its own, and absent where the rules do not admit it', async () => {
  open(['lireSante'], {
    admise: true,
    texte: 'Se déplace difficilement.',
    majLe: '2022-11-20',
    version: '4',
  });
  expect(await screen.findByRole('heading', { name: 'Information de santé' })).toBeInTheDocument();
  expect(screen.getByText('Se déplace difficilement.')).toBeInTheDocument();
});
