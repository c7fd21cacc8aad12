import { screen } from '@testing-library/react';
import { HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp } from '@/testing/render';
import { http, server } from '@/testing/server';

it('A deadline is computed, explained, and can be mailed by its address', async () => {
  let asked: unknown;
  server.use(
    http.post('/api/v1/calculs/echeance', async ({ request, response }) => {
      asked = await request.json();
      return response(200).json({
        dateBrute: '2022-02-13',
        date: '2022-02-14',
        explication: ['40 jours francs après le 3 janv. 2022.', 'Le 13 févr. 2022 est un dimanche.'],
      });
    }),
  );
  const { user, router } = renderApp('/simulateur/echeance');
  await user.type(await screen.findByLabelText(/Date de l’événement/), '03/01/2022');
  await user.click(screen.getByRole('button', { name: 'Calculer' }));

  expect(await screen.findByText('lundi 14 février 2022')).toBeInTheDocument();
  expect(screen.getByText('13 févr. 2022')).toBeInTheDocument();
  expect(screen.getByText('Le 13 févr. 2022 est un dimanche.')).toBeInTheDocument();
  expect(asked).toEqual({
    evenement: '2022-01-03',
    jours: 40,
    sens: 'apres',
    mode: 'franc',
    calendrier: 'metropole',
  });
  expect(router.state.location.href).toContain('evenement=2022-01-03&jours=40');
});

it('A refusal of the API is said beside its field and above the form, with its code', async () => {
  server.use(
    http.post('/api/v1/calculs/echeance', ({ response }) =>
      response.untyped(
        HttpResponse.json(
          {
            status: 400,
            title: 'La saisie est à corriger.',
            code: 'saisie.invalide',
            errors: {
              evenement: [{ code: 'date.horsBornes', message: 'Cette date est hors du calendrier.' }],
            },
          },
          { status: 400 },
        ),
      ),
    ),
  );
  renderApp('/simulateur/echeance?evenement=9999-12-31&jours=40');
  expect(await screen.findByText('Cette date est hors du calendrier.')).toBeInTheDocument();
  expect(screen.getByLabelText(/Date de l’événement/)).toBeInvalid();
  expect(screen.getByRole('alert')).toHaveTextContent('saisie.invalide');
});

it('A server that does not answer is said as such, and can be asked again', async () => {
  server.use(http.post('/api/v1/calculs/echeance', ({ response }) => response.untyped(HttpResponse.error())));
  renderApp('/simulateur/echeance?evenement=2022-01-03&jours=40');
  expect(await screen.findByText('Le serveur ne répond pas.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Réessayer' })).toBeInTheDocument();
});
