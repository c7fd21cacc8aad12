import { expect, it } from 'vitest';
import { keepParams, parseAddress, safeReturn, writeAddress } from './address';

it('an address keeps its values as strings, there and back', () => {
  expect(parseAddress('?lot=1&tri=-numero')).toEqual({ lot: '1', tri: '-numero' });
  expect(writeAddress({ lot: '1', tri: '-numero', etat: undefined, recherche: '' })).toBe(
    '?lot=1&tri=-numero',
  );
});

it('a parameter that the page does not know is dropped', () => {
  expect(keepParams('lot')({ lot: '1', autre: 'x', tri: 3 })).toEqual({ lot: '1' });
});

it('the return after sign-in stays inside the application', () => {
  expect(safeReturn('/mesures?lot=1')).toBe('/mesures?lot=1');
  for (const foreign of [
    '//ailleurs.example',
    '/\\ailleurs.example',
    'https://ailleurs.example',
    undefined,
    '/connexion',
  ]) {
    expect(safeReturn(foreign)).toBe('/a-faire');
  }
});
