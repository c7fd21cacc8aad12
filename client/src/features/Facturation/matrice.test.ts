import { expect, it } from 'vitest';
import { layMatrice, totalOf } from './matrice';
import { aFactureResume, titulaires } from './testing';

const lay = (trimestre: string, today: string, factures = [aFactureResume()]) =>
  layMatrice(factures, titulaires, ['1', '2'], trimestre, today);

it('A quarter that is over and has no invoice is to be prepared; one that runs is not', () => {
  expect(lay('2022-T3', '2022-10-01', [])[1]?.cases[0]).toEqual({ kind: 'aPreparer' });
  expect(lay('2022-T3', '2022-09-30', [])[1]?.cases[0]).toEqual({ kind: 'enCours' });
});

it('A credited invoice leaves its place to the next one', () => {
  const credited = aFactureResume({ etat: 'creditee' });
  expect(lay('2022-T3', '2022-11-24', [credited])[0]?.cases[0]).toEqual({ kind: 'aPreparer' });
});

it('A titulaire without convention in a Lot has nothing there', () => {
  expect(lay('2022-T3', '2022-11-24')[0]?.cases[1]).toEqual({ kind: 'rien' });
});

it('A convention that has ended is still looked at while its last contracts may run, and no longer', () => {
  expect(lay('2025-T1', '2025-05-01', [])[0]?.cases[0]).toEqual({ kind: 'suites' });
  expect(lay('2026-T4', '2027-02-01', [])[0]?.cases[0]).toEqual({ kind: 'suites' });
  expect(lay('2027-T1', '2027-05-01', [])).toEqual([]);
});

it('Totals add cents, not fractions of euros', () => {
  const cases = [0.1, 0.2].map((total) => ({
    kind: 'facture' as const,
    facture: aFactureResume({ total }),
  }));
  expect(totalOf([{ titulaire: { id: 'ta', nom: 'A' }, cases }])).toBe(0.3);
});
