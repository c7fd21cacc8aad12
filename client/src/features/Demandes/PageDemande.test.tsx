import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aRefusal } from '@/testing/refusal';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import type { Demande } from './demandes';
import { aDemande, references } from './testing';

const decideur = aSessionOf('decideur', 'lireDemandes', 'lireCommissions', 'decider', 'attribuer');

function serve(demande: Demande) {
  server.use(
    ...references,
    http.get('/api/v1/demandes/{id}', ({ response }) =>
      response(200).json(demande, { headers: { ETag: '"7"' } }),
    ),
  );
}

it('A favourable Decision that follows the Avis asks for no reason', async () => {
  serve(aDemande());
  let sent: unknown;
  let version: string | null = null;
  server.use(
    http.post('/api/v1/demandes/{id}/decision', async ({ request, response }) => {
      sent = await request.json();
      version = request.headers.get('If-Match');
      return response(201).json(aDemande({ etat: 'acceptee' }));
    }),
  );
  const { user } = renderApp('/demandes/d1', decideur);
  expect(await screen.findByRole('radio', { name: '12' })).toBeChecked();
  expect(screen.queryByLabelText(/s’écarte de l’avis/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: '18' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer la décision' }));
  expect(await screen.findByText('Décision enregistrée.')).toBeInTheDocument();
  expect(version).toBe('"7"');
  expect(sent).toMatchObject({
    sens: 'favorable',
    avecGestion: true,
    dureeMois: 18,
    date: '2022-11-24',
    motifDivergence: null,
  });
});

it('A refusal against the Avis asks why, in fact and in law', async () => {
  serve(aDemande());
  const { user } = renderApp('/demandes/d1', decideur);
  await user.click(await screen.findByRole('radio', { name: 'Défavorable' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer la décision' }));
  expect(screen.getByLabelText(/s’écarte de l’avis/)).toBeInvalid();
  expect(screen.getByLabelText(/^Motifs de fait/)).toBeInvalid();
  expect(screen.getByLabelText(/^Fondement en droit/)).toBeInvalid();
  expect(screen.queryByRole('radio', { name: '12' })).toBeNull();
});

it('A favourable Decision in spite of a no asks why', async () => {
  const { eligibilite } = aDemande();
  serve(aDemande({ eligibilite: { ...eligibilite, majeur: false, allYes: false } }));
  renderApp('/demandes/d1', decideur);
  expect(await screen.findByLabelText(/bien que non : « La personne est majeure »/)).toBeInTheDocument();
});

it('A Decision that a rule refuses is told beside its field', async () => {
  serve(aDemande({ dureeSouhaitee: 25 }));
  const why = 'La durée d’un contrat va de 6 à 24 mois (R2, art. 2).';
  server.use(
    http.post('/api/v1/demandes/{id}/decision', ({ response }) =>
      response(409).json(aRefusal(409, 'contrat.duree-hors-bornes', why, 'dureeMois')),
    ),
  );
  const { user } = renderApp('/demandes/d1', decideur);
  await user.click(await screen.findByRole('button', { name: 'Enregistrer la décision' }));
  expect(await screen.findByLabelText(/^Nombre de mois/)).toHaveAccessibleDescription(
    expect.stringContaining(why),
  );
});

it('A Demande that somebody else decided meanwhile shows both Decisions, and theirs is kept', async () => {
  let demande = aDemande();
  server.use(
    ...references,
    http.get('/api/v1/demandes/{id}', ({ response }) =>
      response(200).json(demande, { headers: { ETag: `"${demande.etat}"` } }),
    ),
    http.post('/api/v1/demandes/{id}/decision', ({ response }) => {
      const decision: NonNullable<Demande['decision']> = {
        sens: 'favorable',
        date: '2022-11-23',
        avecGestion: true,
        dureeMois: 6,
        lot: '1',
        motif: null,
        fondement: null,
        motifDivergence: null,
        motifIneligibilite: null,
        notifications: [],
      };
      demande = aDemande({ etat: 'acceptee', decision });
      return response(412).json(aRefusal(412, 'version.perimee', 'Relisez la fiche.'));
    }),
  );
  const { user } = renderApp('/demandes/d1', decideur);
  await user.click(await screen.findByRole('radio', { name: '18' }));
  await user.click(screen.getByRole('button', { name: 'Enregistrer la décision' }));
  expect(await screen.findByRole('row', { name: 'État à décider à attribuer' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Décision : durée . 6 mois/ })).toBeInTheDocument();
  expect(screen.getByText('durée : 18 mois')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Garder ce qui est enregistré' }));
  expect(screen.queryByText(/Quelqu’un a modifié cette fiche/)).toBeNull();
  expect(screen.getByText(/Elle attend son tour d’attribution/)).toBeInTheDocument();
});

it('An agent sees that the Decision is awaited and cannot take it', async () => {
  serve(aDemande());
  renderApp('/demandes/d1');
  expect(await screen.findByText(/le département doit décider/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Enregistrer la décision' })).toBeNull();
});

const refusee = aDemande({
  etat: 'refusee',
  decision: {
    sens: 'defavorable',
    date: '2022-11-21',
    avecGestion: null,
    dureeMois: null,
    lot: null,
    motif: 'Autonomie suffisante',
    fondement: 'L271-1',
    motifDivergence: null,
    motifIneligibilite: null,
    notifications: [{ destinataire: 'service', date: '2022-11-22', moyen: 'courriel' }],
  },
});

it('A Decision tells to whom it is still to be notified, and records how', async () => {
  serve(refusee);
  let sent: unknown;
  server.use(
    http.post('/api/v1/demandes/{id}/decision/notifications', async ({ request, response }) => {
      sent = { version: request.headers.get('If-Match'), body: await request.json() };
      return response(201).json(refusee);
    }),
  );
  const { user } = renderApp('/demandes/d1', aSessionOf('agent', 'lireDemandes', 'notifierDecision'));
  expect(await screen.findByText(/^le 22.nov\..2022, par courriel$/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Notifier au service' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Notifier à la personne' }));
  await user.click(await screen.findByRole('button', { name: 'Enregistrer la notification' }));
  expect(await screen.findByText('Notification enregistrée.')).toBeInTheDocument();
  expect(sent).toEqual({
    version: '"7"',
    body: { destinataire: 'personne', date: '2022-11-24', moyen: 'courrier' },
  });
});

it('Who does not notify sees that it is awaited', async () => {
  serve(refusee);
  renderApp('/demandes/d1', aSessionOf('referent', 'lireDemandes'));
  expect(await screen.findByText('pas encore')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Notifier à la personne' })).toBeNull();
});

const connue = {
  id: 'b0',
  nom: 'Verdanson',
  prenom: 'Colette',
  dateNaissance: '1985-04-25',
  commune: 'Agde',
  mesuresEnCours: 0,
  mesuresTerminees: 1,
  moisUtilises: 36,
  moisMax: 48,
};

it('The SAFPM says that the person is the one known already', async () => {
  serve(aDemande({ rapprochement: 'aTrancher' }));
  let sent: unknown;
  server.use(
    http.get('/api/v1/beneficiaires', ({ response }) =>
      response(200).json({ elements: [connue], lien: null }),
    ),
    http.post('/api/v1/demandes/{id}/rapprochement', async ({ request, response }) => {
      sent = { version: request.headers.get('If-Match'), body: await request.json() };
      return response(200).json(aDemande({ rapprochement: 'memePersonne' }));
    }),
  );
  const { user } = renderApp('/demandes/d1', aSessionOf('agent', 'lireDemandes', 'trancherRapprochement'));
  expect(await screen.findByText(/36 mois utilisés sur 48/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'C’est une autre personne (homonyme)' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^C’est elle/ }));
  expect(await screen.findByText('Demande rattachée à la personne déjà connue.')).toBeInTheDocument();
  expect(sent).toEqual({ version: '"7"', body: { beneficiaireId: 'b0', homonyme: false } });
});

it('Who may not settle it is not asked', async () => {
  serve(aDemande({ rapprochement: 'aTrancher' }));
  renderApp('/demandes/d1', aSessionOf('comptable', 'lireDemandes'));
  expect(await screen.findByText(/Déposée le/)).toBeInTheDocument();
  expect(screen.queryByText(/peut-être déjà connue/)).toBeNull();
});
