import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aMesure } from '../testing';
import { boundsOf, monthAfter, weeksOf } from './mois';
import type { CompteDeMesure, Fenetre, Rencontre } from './rencontres';

const intervenant = aSessionOf('intervenant', 'lireAFaire', 'lireMesures', 'enregistrerRencontre');

const fenetre: Fenetre = {
  debut: '2022-10-10',
  fin: '2023-01-09',
  minimum: 8,
  faites: 6,
  manque: 2,
  etat: 'enCours',
  phrase: '6 rencontres sur 8 : il en manque 2 (R18, art. 4).',
  clause: 'R18, art. 4',
};

function aRencontre(changes: Partial<Rencontre> = {}): Rencontre {
  return {
    id: 'r1',
    mesure: { id: 'm1', nom: '34-2022-0412' },
    personne: 'Louise Martin',
    commune: 'Adissan',
    etat: 'prevue',
    date: '2022-11-24',
    heure: '14:00',
    dureeMinutes: null,
    lieu: 'domicile',
    intervenant: { id: 'i1', nom: 'Alix Petit' },
    titulaire: { id: 'ta', nom: 'Association A' },
    cause: null,
    note: null,
    trajetMinutes: null,
    trajetKm: null,
    comptee: false,
    externeId: null,
    enregistreeLe: '2022-11-20',
    corrections: [],
    version: '7',
    ...changes,
  };
}

const compte: CompteDeMesure = {
  mesureId: 'm1',
  numero: '34-2022-0412',
  personne: 'Louise Martin',
  commune: 'Adissan',
  enCours: fenetre,
  derniere: '2022-11-15',
  prochaine: '2022-11-24',
};

function serveDay(rencontre = aRencontre()) {
  server.use(
    http.get('/api/v1/rencontres', ({ response }) =>
      response(200).json({ elements: [rencontre], lien: null }),
    ),
    http.get('/api/v1/rencontres/comptes', ({ response }) =>
      response(200).json({ elements: [compte], lien: null }),
    ),
  );
}

it('A planned rencontre is logged in two touches, with the version that was seen', async () => {
  let sent: unknown;
  let version: string | null = null;
  serveDay();
  server.use(
    http.post('/api/v1/mesures/{id}/rencontres/{rencontreId}/constat', async ({ request, response }) => {
      sent = await request.json();
      version = request.headers.get('If-Match');
      return response(200).json(aRencontre({ etat: 'tenue', dureeMinutes: 60 }));
    }),
  );
  const { user } = renderApp('/ma-journee', intervenant);

  await user.click(await screen.findByRole('button', { name: 'Rencontre faite, 34-2022-0412' }));
  await user.click(await screen.findByRole('button', { name: 'Enregistrer' }));

  expect(await screen.findByText('Rencontre enregistrée.')).toBeVisible();
  expect(version).toBe('"7"');
  expect(sent).toMatchObject({ date: '2022-11-24', lieu: 'domicile', dureeMinutes: 60, etat: 'tenue' });
});

it('A no-show asks for its cause before it is sent', async () => {
  serveDay();
  const { user } = renderApp('/ma-journee', intervenant);

  await user.click(await screen.findByRole('button', { name: 'Noter, 34-2022-0412' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'Manquée' }));
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));

  expect(await within(dialog).findByText('Dites pourquoi elle n’a pas eu lieu.')).toBeVisible();
});

it('The measures say what they lack and until when', async () => {
  serveDay();
  renderApp('/ma-journee', intervenant);

  expect((await screen.findAllByText(/6 sur 8 jusqu’au 9 janv\. 2023/)).length).toBeGreaterThan(0);
});

it('The tab of a measure shows each rencontre, what it said before, and each window', async () => {
  server.use(
    http.get('/api/v1/mesures/{id}', ({ response }) => response(200).json(aMesure())),
    http.get('/api/v1/mesures/{id}/rencontres', ({ response }) =>
      response(200).json({
        elements: [
          aRencontre({
            etat: 'annulee',
            corrections: [
              {
                le: '2022-11-23',
                motif: 'Saisie deux fois',
                avant: {
                  etat: 'tenue',
                  date: '2022-11-22',
                  heure: null,
                  dureeMinutes: 45,
                  lieu: 'locaux',
                  cause: null,
                  note: null,
                },
              },
            ],
          }),
        ],
        lien: null,
      }),
    ),
    http.get('/api/v1/mesures/{id}/rencontres/compte', ({ response }) =>
      response(200).json({
        enCours: fenetre,
        fenetres: [fenetre],
        tenues: 6,
        telephones: 1,
        manquees: 1,
        prevues: 1,
        minutes: 360,
      }),
    ),
  );
  renderApp('/mesures/m1/rencontres', intervenant);

  expect(await screen.findByText(/Saisie deux fois \(avant : 22 nov\. 2022, locaux, 45 min\)/)).toBeVisible();
  expect(await screen.findByText('6 sur 8 avant le 9 janv. 2023')).toBeVisible();
  expect(screen.getByText(fenetre.phrase)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Corriger' })).not.toBeInTheDocument();
});

it('The calendar shows each meeting on its day', async () => {
  serveDay(aRencontre({ etat: 'tenue' }));
  renderApp('/rencontres?mois=2022-11', intervenant);

  const jour = await screen.findByRole('list', { name: 'jeudi 24 novembre 2022' });
  expect(within(jour).getByRole('link')).toHaveTextContent('14:00 Louise Martin');
});

it('A month is whole weeks from Monday', () => {
  expect(weeksOf('2022-11')).toHaveLength(5);
  expect(weeksOf('2022-11')[0]).toEqual([
    null,
    '2022-11-01',
    '2022-11-02',
    '2022-11-03',
    '2022-11-04',
    '2022-11-05',
    '2022-11-06',
  ]);
  expect(weeksOf('2021-02')).toHaveLength(4);
  expect(boundsOf('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
  expect([monthAfter('2022-12', 1), monthAfter('2022-01', -1)]).toEqual(['2023-01', '2021-12']);
});
