import { expect, it } from 'vitest';
import { toCsv } from './csv';

const lines = (text: string) => text.slice(1).split('\r\n').slice(0, -1);

it('opens in a French spreadsheet: byte order mark, semicolons, decimal comma', () => {
  const text = toCsv(['Numéro', 'Montant'], [['34-2022-0412', 202.57]]);
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(lines(text)).toEqual(['Numéro;Montant', '34-2022-0412;202,57']);
});

it.each(['=1+1', '+33600000000', '-2', '@SOMME(A1)', '\tx', '\rx', ' =1', '＝1', '＠x'])(
  'never lets %j be taken for a formula',
  (text) => {
    expect(toCsv(['t'], [[text]])).toContain(`'${text}`);
  },
);

it('leaves a negative number a number', () => {
  expect(lines(toCsv(['t'], [[-60]]))).toEqual(['t', '-60']);
});

it('quotes what holds a separator, a quote or a line break', () => {
  expect(lines(toCsv(['t'], [['a;b'], ['dit "non"']]))).toEqual(['t', '"a;b"', '"dit ""non"""']);
  expect(toCsv(['t'], [['deux\nlignes']])).toContain('"deux\nlignes"');
});

it('leaves what is unknown empty', () => {
  expect(lines(toCsv(['a', 'b'], [[null, undefined]]))).toEqual(['a;b', ';']);
});
