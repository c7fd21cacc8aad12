import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Preparation } from './preparation';
import { aBon } from './testing';

const referent = aSessionOf(
  'referent',
  'lireAFaire',
  'lireBonsDeCommande',
  'prendreRendezVous',
  'signerContrat',
);

function aPreparation(changes: Partial<Preparation> = {}): Preparation {
  return {
    bonDeCommandeId: 'o1',
    avecGestion: false,
    dureeMois: 12,
    emisLe: '2022-11-14',
    contenu: { obligations: 'Un.', suivi: 'Deux.', revision: 'Trois.', depenses: [], autresDepenses: null },
    ecrit: true,
    autorisations: [],
    rendezVous: [],
    prochain: null,
    preSigneLe: '2022-11-16',
    signeLe: null,
    scanNom: null,
    scanLe: null,
    copies: [],
    copiesAttendues: [],
    version: '4',
    ...changes,
  };
}

const rendezVous: Preparation['rendezVous'][number] = {
  id: 'v1',
  date: '2022-11-24',
  heure: '14:30',
  lieu: 'Mairie',
  prisLe: '2022-11-20',
  etat: 'pris',
  cause: null,
  commentaire: null,
};

function serve(preparation: Preparation) {
  server.use(
    http.get('/api/v1/bons-de-commande/{id}', ({ response }) => response(200).json(aBon({ etat: 'recu' }))),
    http.get('/api/v1/bons-de-commande/{id}/preparation', ({ response }) => response(200).json(preparation)),
  );
}

it('A missed appointment asks on whose account before it is sent', async () => {
  let sent: unknown;
  serve(aPreparation({ prochain: rendezVous, rendezVous: [rendezVous] }));
  server.use(
    http.post('/api/v1/bons-de-commande/{id}/rendez-vous/constat', async ({ request, response }) => {
      sent = await request.json();
      return response(200).json(aPreparation());
    }),
  );
  const { user } = renderApp('/bons-de-commande/o1', referent);

  await user.click(await screen.findByRole('button', { name: 'Rendez-vous tenu ou manqué' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'Manqué' }));
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer' }));

  expect(await within(dialog).findByText('Dites du fait de qui.')).toBeVisible();
  expect(sent).toBeUndefined();
});

it('The steps are told with their days, and the copies still to be sent have a button each', async () => {
  serve(aPreparation({ signeLe: '2022-11-22', copiesAttendues: ['personne', 'safpm'] }));
  renderApp('/bons-de-commande/o1', referent);

  expect(await screen.findByRole('button', { name: 'Copie envoyée à la personne' })).toBeVisible();
  expect(screen.getByText('16 nov. 2022')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Écrire le contrat' })).not.toBeInTheDocument();
});

it('Who waits longest is first, and an appointment to take is said', async () => {
  server.use(
    http.get('/api/v1/premieres-rencontres', ({ response }) =>
      response(200).json({
        elements: [
          {
            id: 'o1',
            numero: 'BC-34-1-0281',
            personne: 'Louise Martin',
            commune: 'Adissan',
            titulaire: 'Association A',
            emisLe: '2022-10-03',
            recuLe: null,
            limite: '2022-11-15',
            rendezVousLe: null,
            rendezVousHeure: null,
            rendezVousLieu: null,
            preSigneLe: null,
          },
        ],
        lien: null,
      }),
    ),
  );
  renderApp('/premieres-rencontres', referent);

  const row = await screen.findByRole('row', { name: /BC-34-1-0281/ });
  expect(row).toHaveTextContent('à prendre');
  expect(row).toHaveTextContent('15 nov. 2022, dépassé');
});
