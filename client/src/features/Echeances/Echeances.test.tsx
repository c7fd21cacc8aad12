import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import type { Echeance, EcheanceResume } from './echeances';

const late: EcheanceResume = {
  id: 'e1',
  nature: 'projetIntervention',
  libelle: 'Projet d’intervention',
  clause: 'R17, art. 4 et 5',
  etat: 'ouverte',
  joursDeRetard: 3,
  aExpliquer: true,
  responsable: 'intervenant',
  limite: '2022-11-21',
  tenueLe: null,
  cause: null,
  mesure: { id: 'm1', nom: '34-2022-0412' },
  bonDeCommande: { id: 'o1', nom: 'BC-34-1-0281' },
  titulaire: { id: 'ta', nom: 'Association A' },
  intervenant: { id: 'i1', nom: 'Alix Petit' },
  lot: '1',
};

const whole: Echeance = {
  id: 'e1',
  nature: 'projetIntervention',
  occurrence: '',
  libelle: 'Projet d’intervention',
  clause: 'R17, art. 4 et 5',
  etat: 'ouverte',
  enRetard: true,
  aExpliquer: true,
  responsable: 'intervenant',
  evenement: 'Première rencontre',
  evenementLe: '2022-10-05',
  dateBrute: '2022-11-20',
  limite: '2022-11-21',
  cible: null,
  explication: ['Événement : Première rencontre.', 'Le dimanche 20 nov. 2022 tombe en fin de semaine.'],
  tenueLe: null,
  raison: null,
  motif: null,
  decalages: [],
  parConstat: false,
  version: '1',
};

it('A late deadline says for how long, and takes its cause', async () => {
  let sent: unknown;
  server.use(
    http.get('/api/v1/echeances', ({ response }) => response(200).json({ elements: [late], lien: null })),
    http.get('/api/v1/echeances/comptes', ({ response }) => response(200).json({ elements: [], lien: null })),
    http.post('/api/v1/echeances/{id}/motif', async ({ request, response }) => {
      sent = await request.json();
      return response(200).json(whole);
    }),
  );
  const { user } = renderApp('/echeances?etat=depassees');
  expect(await screen.findByText('dépassée de 3 j')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Motif' }));
  const dialog = await screen.findByRole('dialog', { name: 'Motif du retard' });
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le motif' }));
  expect(within(dialog).getByText('Choisissez la cause.')).toBeInTheDocument();
  expect(sent).toBeUndefined();
  await user.click(within(dialog).getByRole('combobox', { name: /Cause/ }));
  await user.click(await screen.findByRole('option', { name: 'bénéficiaire' }));
  await user.type(within(dialog).getByLabelText(/Commentaire/), 'Absente.');
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le motif' }));
  await screen.findByText('Motif enregistré.');
  expect(sent).toEqual({ cause: 'beneficiaire', commentaire: 'Absente.' });
});

it('The deadlines of a measure print why they fall on that day', async () => {
  server.use(
    http.get('/api/v1/mesures/{id}/echeances', ({ response }) =>
      response(200).json({ elements: [whole], lien: null }),
    ),
  );
  renderApp('/mesures/m1/echeances');
  expect(await screen.findByText('dépassée')).toBeInTheDocument();
  expect(screen.getByText('Le dimanche 20 nov. 2022 tombe en fin de semaine.')).toBeInTheDocument();
});
