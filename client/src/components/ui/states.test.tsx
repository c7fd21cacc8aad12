import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ApiError, OfflineError } from '@/api/errors';
import { renderAt } from '@/testing/render';
import { ActionBar } from './ActionBar';
import { parseTypedDay } from './DateField';
import { Erreur } from './Erreur';

it('An act that a rule refuses stays in sight, says why, and does nothing', async () => {
  const act = vi.fn();
  const { user } = renderAt(() => (
    <ActionBar actions={[{ label: 'Attribuer', onClick: act, refusal: 'la Décision est défavorable.' }]} />
  ));
  const button = await screen.findByRole('button', { name: 'Attribuer' });
  expect(button).toHaveAccessibleDescription('Attribuer : la Décision est défavorable.');
  await user.click(button);
  expect(act).not.toHaveBeenCalled();
});

it('An act that nothing refuses runs', async () => {
  const act = vi.fn();
  const { user } = renderAt(() => <ActionBar actions={[{ label: 'Attribuer', onClick: act }]} />);
  await user.click(await screen.findByRole('button', { name: 'Attribuer' }));
  expect(act).toHaveBeenCalledOnce();
});

it('A stale record is told as such, and can be read again', async () => {
  renderAt(() => (
    <Erreur
      error={new ApiError({ status: 412, title: 'Périmé', code: 'version.perimee' })}
      onRetry={() => undefined}
    />
  ));
  expect(await screen.findByText('Quelqu’un a modifié cette fiche entre-temps.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Relire la fiche' })).toBeInTheDocument();
});

it('A failure of the server gives its trace', async () => {
  const error = new ApiError({
    status: 500,
    title: 'Erreur interne.',
    code: 'interne',
    traceId: '00-abc-01',
  });
  renderAt(() => <Erreur error={error} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('trace 00-abc-01');
});

it('Silence of the server is no fault of what was typed', async () => {
  renderAt(() => <Erreur error={new OfflineError(new TypeError('failed'))} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('Ce qui est saisi ici reste en place.');
});

it.each([
  ['12/03/2022', '2022-03-12'],
  ['1.3.2022', '2022-03-01'],
  ['12032022', '2022-03-12'],
  ['2022-03-12', '2022-03-12'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2022', null],
  ['12/03/22', null],
  ['hier', null],
])('the typed day %s is read as %s', (text, day) => {
  expect(parseTypedDay(text)).toBe(day);
});
