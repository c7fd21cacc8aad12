import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { http, server } from '@/testing/server';
import { renderApp } from '@/testing/render';
import { aSession, aSessionOf } from '@/testing/session';
import type { Acces, ActeJournalise } from './journal';

const auteur = { id: 'u1', nom: 'Andrea Chef', role: 'chef de titulaire', organisme: 'Association A' };

const acces: Acces = {
  id: 7,
  instant: '2022-11-24T09:05:00Z',
  auteur,
  operation: 'lireMesure',
  libelle: 'Une mesure',
  nature: 'refus',
  objet: 'mesure',
  objetId: 'm1',
  beneficiaireId: 'b1',
  mesureId: 'm1',
  filtres: [],
  nombre: null,
  requeteId: 'r1',
  scelle: true,
};

const acte: ActeJournalise = {
  id: 3,
  instant: '2022-11-24T09:05:00Z',
  auteur,
  acte: 'accuserReception',
  libelle: 'Accuser réception (R12)',
  requeteId: 'r1',
  nature: 'modification',
  objet: 'bons_de_commande',
  cle: 'x',
  beneficiaireId: 'b1',
  mesureId: null,
  changements: [{ champ: 'etat', avant: 'Emis', apres: 'Recu' }],
  effacees: false,
  scelle: false,
};

const safpm = aSession({ actes: [...aSession().actes, 'lireJournal', 'lireAccesAuDossier'] });

it('says who consulted a file, on behalf of whom, and what was refused', async () => {
  server.use(
    http.get('/api/v1/mesures/{id}/acces', ({ response }) =>
      response(200).json({ elements: [acces], lien: null }),
    ),
  );
  renderApp('/mesures/m1/acces', safpm);

  const row = (await screen.findByText('Andrea Chef')).closest('tr')!;
  expect(within(row).getByText('chef de titulaire, Association A')).toBeVisible();
  expect(within(row).getByText('refusé : mesure')).toBeVisible();
  expect(within(row).getByText('24 nov. 2022, 10:05')).toBeVisible();
});

it('shows what an act changed, and keeps its filters in the address and in the export', async () => {
  const asked: string[] = [];
  server.use(
    http.get('/api/v1/journal/actes', ({ request, response }) => {
      asked.push(new URL(request.url).search);
      return response(200).json({ elements: [acte], lien: null });
    }),
  );
  const { user } = renderApp('/journal/actes?du=2022-11-01', safpm);

  await user.click(await screen.findByText('1 champ'));
  expect(screen.getByText('etat : Emis → Recu')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Andrea Chef' }));

  expect(await screen.findByRole('button', { name: 'Effacer le filtre Une seule personne' })).toBeVisible();
  expect(asked.at(-1)).toContain('utilisateurId=u1');
  expect(screen.getByRole('link', { name: 'Exporter tout (CSV)' })).toHaveAttribute(
    'href',
    '/api/v1/journal/actes.csv?du=2022-11-01&utilisateurId=u1',
  );
});

it('verifies piece by piece and names the row that was touched', async () => {
  const tete = { numero: 2, instant: '2022-11-24T09:05:00Z', empreinte: 'ab'.repeat(32) };
  const seen = { intact: true, du: 1, au: 1, suivant: 2, actes: 10, acces: 5, tete, anomalie: null };
  const touched = { bloc: 2, journal: 'actes', ligne: 42, objet: 'mesures', cas: 'ligne modifiée' };
  server.use(
    http.get('/api/v1/journal/tete', ({ response }) => response(200).json({ tete, enAttente: 4 })),
    http.get('/api/v1/journal/blocs', ({ response }) => response(200).json({ elements: [], lien: null })),
    http.get('/api/v1/journal/verification', ({ request, response }) =>
      response(200).json(
        new URL(request.url).searchParams.get('depuis') === '2'
          ? { ...seen, intact: false, du: 2, au: 2, suivant: null, anomalie: touched }
          : seen,
      ),
    ),
  );
  const { user } = renderApp('/journal/sceau', aSessionOf('administrateur', 'verifierJournal', 'lireAFaire'));

  await user.click(await screen.findByRole('button', { name: 'Vérifier la chaîne' }));

  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Journal des actes, n° 42 (mesures), bloc 2 : ligne modifiée.',
  );
  expect(screen.queryByRole('link', { name: 'Accès' })).toBeNull();
});
