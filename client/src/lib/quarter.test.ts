import { expect, it } from 'vitest';
import { boundsOf, isQuarter, quartersBack, shiftQuarter } from './quarter';

it('A quarter follows another over the end of the year, both ways', () => {
  expect(shiftQuarter('2022-T4', 1)).toBe('2023-T1');
  expect(shiftQuarter('2022-T1', -1)).toBe('2021-T4');
  expect(quartersBack('2022-T2', 3)).toEqual(['2022-T2', '2022-T1', '2021-T4']);
});

it('A quarter has its first and its last day', () => {
  expect(boundsOf('2022-T1')).toEqual({ debut: '2022-01-01', fin: '2022-03-31' });
  expect(boundsOf('2022-T4')).toEqual({ debut: '2022-10-01', fin: '2022-12-31' });
});

it.each(['2022-T0', '2022-T5', '1999-T1', '2022', undefined])('%s is no quarter', (text) => {
  expect(isQuarter(text)).toBe(false);
});
