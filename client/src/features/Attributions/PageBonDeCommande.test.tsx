import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Bon } from './bons';
import { aBon } from './testing';

const chef = aSessionOf(
  'chefTitulaire',
  'lireBonsDeCommande',
  'accuserReception',
  'signerContrat',
  'abandonnerBonDeCommande',
);

function serve(read: () => Bon) {
  server.use(
    http.get('/api/v1/bons-de-commande/{id}', ({ response }) => {
      const bon = read();
      return response(200).json(bon, { headers: { ETag: `"${bon.version}"` } });
    }),
  );
}

it('An order is acknowledged with the version that was read, and then asks for the signature', async () => {
  let bon = aBon();
  let version: string | null = null;
  serve(() => bon);
  server.use(
    http.post('/api/v1/bons-de-commande/{id}/reception', ({ request, response }) => {
      version = request.headers.get('If-Match');
      bon = aBon({ etat: 'recu', recuLe: '2022-11-24', version: '6' });
      return response(200).json(bon);
    }),
  );
  const { user } = renderApp('/bons-de-commande/b282', chef);
  await user.click(await screen.findByRole('button', { name: 'Accuser réception' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/réputé reçu le 22 nov. 2022/)).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Accuser réception' }));
  expect(await screen.findByText('Réception enregistrée.')).toBeInTheDocument();
  expect(version).toBe('"5"');
  expect(await screen.findByText(/Reste à faire signer le contrat/)).toBeInTheDocument();
});

it('A signature out of order is refused beside its date', async () => {
  serve(() => aBon({ etat: 'recu', recuLe: '2022-11-22' }));
  const why = 'La signature se situe entre la première rencontre et aujourd’hui (R14).';
  server.use(
    http.post('/api/v1/bons-de-commande/{id}/signature', ({ response }) =>
      response(400).json(aRefusal(400, 'signature.date-invalide', why, 'dateSignature')),
    ),
  );
  const { user } = renderApp('/bons-de-commande/b282', chef);
  await user.click(await screen.findByRole('button', { name: 'Enregistrer la signature' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByLabelText(/^Première rencontre/), '24/11/2022');
  await user.type(dialog.getByLabelText(/^Signature par la personne/), '23/11/2022');
  await user.click(dialog.getByRole('button', { name: 'Ouvrir la mesure' }));
  expect(await dialog.findByLabelText(/^Signature par la personne/)).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});

it('An order changed meanwhile shows what changed, and the abandon is made again on it', async () => {
  let bon = aBon();
  const versions: (string | null)[] = [];
  serve(() => bon);
  server.use(
    http.post('/api/v1/bons-de-commande/{id}/abandon', ({ request, response }) => {
      versions.push(request.headers.get('If-Match'));
      if (versions.length === 2) return response(200).json(aBon({ etat: 'abandonne', version: '7' }));
      bon = aBon({ etat: 'recu', recuLe: '2022-11-24', version: '6' });
      return response(412).json(aRefusal(412, 'version.perimee', 'Relisez la fiche.'));
    }),
  );
  const { user } = renderApp('/bons-de-commande/b282', chef);
  await user.click(await screen.findByRole('button', { name: 'Abandonner' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByLabelText(/^Motif/), 'La personne refuse');
  await user.click(dialog.getByRole('button', { name: 'Abandonner le bon' }));
  expect(await dialog.findByRole('row', { name: 'État émis reçu' })).toBeInTheDocument();
  expect(dialog.getByText('Motif : La personne refuse')).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Refaire mon acte sur cette version' }));
  expect(await screen.findByText('Bon de commande abandonné.')).toBeInTheDocument();
  expect(versions).toEqual(['"5"', '"6"']);
});

it('A forfait without a journey keeps its button, with the reason', async () => {
  serve(() => aBon({ etat: 'abandonne', closLe: '2022-11-23', motifCloture: 'Refus' }));
  renderApp('/bons-de-commande/b282', aSessionOf('comptable', 'lireBonsDeCommande', 'validerForfait'));
  expect(await screen.findByRole('button', { name: 'Valider le forfait' })).toHaveAccessibleDescription(
    /aucun déplacement n’a été noté/,
  );
});

it('Who only reads has no act', async () => {
  serve(() => aBon());
  renderApp('/bons-de-commande/b282', aSessionOf('referent', 'lireBonsDeCommande'));
  await screen.findByRole('heading', { level: 1, name: /BC-34-1-0282/ });
  expect(screen.queryByRole('group', { name: 'Actions' })).toBeNull();
});
