import { expect, it } from 'vitest';
import { layFrise, monthOf } from './frise';
import { aMesure, anEvenement } from './testing';

it('The line goes from the signature to the planned end, and today stands on it', () => {
  const frise = layFrise(
    aMesure(),
    [anEvenement({ date: '2021-12-01', nature: 'depot' }), anEvenement()],
    '2022-11-24',
  );
  expect(frise).toMatchObject({ debut: '2022-01-10', fin: '2023-01-09' });
  expect(frise.reperes.map(({ place }) => place)).toEqual([0]);
  expect(frise.aujourdhui).toBeCloseTo((318 / 364) * 100, 5);
  expect(frise.contrats[0]?.fin).toBe(100);
});

it('Today is not on the line of what has ended before it', () => {
  expect(layFrise(aMesure({ finReelle: '2022-06-30' }), [], '2022-11-24').aujourdhui).toBeNull();
});

it('Events that are close to each other stand in different lanes', () => {
  const close = ['2022-01-10', '2022-01-15', '2022-02-10'].map((date) => anEvenement({ date }));
  const lanes = layFrise(aMesure(), close, '2022-11-24').reperes.map(({ lane }) => lane);
  expect(new Set(lanes).size).toBe(3);
});

it.each([
  ['2022-01-09', null],
  ['2022-01-10', 'mois 1 sur 12'],
  ['2022-02-09', 'mois 1 sur 12'],
  ['2022-02-10', 'mois 2 sur 12'],
  ['2023-01-09', 'mois 12 sur 12'],
  ['2023-01-10', null],
])('On %s a contract of 12 months signed on 10 January is at %s', (day, month) => {
  expect(monthOf(aMesure(), day)).toBe(month);
});
