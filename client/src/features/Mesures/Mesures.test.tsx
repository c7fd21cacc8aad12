import { screen, within } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';
import { aSessionOf } from '@/testing/session';
import { aMesure, aMesureResume, anEvenement } from './testing';

it('The list asks the server for its filters, its order and its next page', async () => {
  const asked: string[] = [];
  server.use(
    http.get('/api/v1/mesures', ({ request, response }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query.toString());
      const more = query.get('apres') === 'suite';
      return response(200).json({
        elements: [more ? aMesureResume({ id: 'm2', numero: '34-2022-0413' }) : aMesureResume()],
        lien: more ? null : '/api/v1/mesures?apres=suite',
      });
    }),
  );
  const { user } = renderApp('/mesures?lot=1&type=AGR&etat=enCours&tri=-finPrevue&recherche=martin');
  expect(await screen.findByRole('link', { name: '34-2022-0412' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Charger la suite' }));
  expect(await screen.findByRole('link', { name: '34-2022-0413' })).toBeInTheDocument();
  expect(asked[0]).toBe('lot=1&recherche=martin&tri=-finPrevue&type=AGR&etat=enCours');
  expect(asked[1]).toBe(`${asked[0]}&apres=suite`);
});

it('A word that the contract does not know is not sent as a filter', async () => {
  let asked = '';
  server.use(
    http.get('/api/v1/mesures', ({ request, response }) => {
      asked = new URL(request.url).search;
      return response(200).json({ elements: [aMesureResume()], lien: null });
    }),
  );
  renderApp('/mesures?etat=inconnu');
  await screen.findByRole('link', { name: '34-2022-0412' });
  expect(asked).toBe('');
});

const serveOne = (mesure = aMesure()) =>
  server.use(
    http.get('/api/v1/mesures/{id}', ({ response }) => response(200).json(mesure)),
    http.get('/api/v1/mesures/{id}/chronologie', ({ response }) =>
      response(200).json({
        elements: [
          anEvenement(),
          anEvenement({ date: '2023-01-09', nature: 'terme', libelle: 'Terme du contrat', aVenir: true }),
        ],
        lien: null,
      }),
    ),
  );

it('A measure says its month, its type, what happened and what is to come', async () => {
  serveOne();
  renderApp('/mesures/m1');
  expect(await screen.findByRole('heading', { level: 1, name: 'Mesure 34-2022-0412' })).toBeInTheDocument();
  expect(screen.getByText(/mois 11 sur 12/)).toBeInTheDocument();
  expect(screen.getByText(/Adissan, démonstration/)).toBeInTheDocument();
  const table = await screen.findByRole('table', { name: 'Chronologie de la mesure' });
  const last = within(table).getAllByRole('row').at(-1);
  expect(last).toHaveTextContent('9 janv. 2023');
  expect(last).toHaveTextContent('à venir');
  expect(screen.getByText(/zone rurale : le type finit par R/)).toBeInTheDocument();
});

it('A measure of another titulaire is not found', async () => {
  const missing = () =>
    HttpResponse.json({ status: 404, title: 'Introuvable', code: 'mesure.introuvable' }, { status: 404 });
  server.use(http.get('/api/v1/mesures/{id}', ({ response }) => response.untyped(missing())));
  renderApp('/mesures/m9');
  expect(await screen.findByRole('heading', { name: 'Page introuvable' })).toBeInTheDocument();
});

it('The person is invited to their own file, and an address that has an account is said beside its field', async () => {
  serveOne();
  const sent: unknown[] = [];
  server.use(
    http.post('/api/v1/beneficiaires/{id}/compte', async ({ params, request, response }) => {
      const { identifiant } = await request.json();
      sent.push([params.id, identifiant]);
      if (identifiant === 'louise@exemple.fr')
        return response(201).json({ id: 'u9', nom: 'Louise Martin', identifiant });
      const told = 'Un compte porte déjà cette adresse.';
      return response.untyped(
        HttpResponse.json(
          {
            status: 409,
            title: 'Conflit',
            code: 'compte.existe-deja',
            errors: { identifiant: [{ code: 'compte.existe-deja', message: told }] },
          },
          { status: 409 },
        ),
      );
    }),
  );
  const { user } = renderApp('/mesures/m1', aSessionOf('agent', 'lireMesures', 'inviterBeneficiaire'));
  await user.click(await screen.findByRole('button', { name: 'Inviter la personne' }));
  const dialog = within(await screen.findByRole('dialog'));
  const field = dialog.getByLabelText(/Adresse de courriel/);
  await user.type(field, 'prise@exemple.fr');
  await user.click(dialog.getByRole('button', { name: 'Envoyer l’invitation' }));
  expect(await dialog.findByText('Un compte porte déjà cette adresse.')).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, 'louise@exemple.fr');
  await user.click(dialog.getByRole('button', { name: 'Envoyer l’invitation' }));
  expect(await screen.findByText('Invitation envoyée à louise@exemple.fr.')).toBeInTheDocument();
  expect(sent).toEqual([
    ['b1', 'prise@exemple.fr'],
    ['b1', 'louise@exemple.fr'],
  ]);
});
