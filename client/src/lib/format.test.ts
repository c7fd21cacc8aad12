import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatInstant,
  formatInteger,
  formatLongDay,
  formatMoney,
  formatPeriod,
  formatQuarter,
  plural,
  quarterOf,
} from './format';

describe('Money', () => {
  it('is written with a comma, narrow no-break spaces and the sign behind', () => {
    expect(formatMoney(1215.42)).toBe('1\u202f215,42\u202f€');
  });
  it('keeps two decimals for a round amount and for nothing due', () => {
    expect(formatMoney(60)).toBe('60,00\u202f€');
    expect(formatMoney(0)).toBe('0,00\u202f€');
  });
  it('shows a dash when unknown', () => {
    expect(formatMoney(null)).toBe('–');
    expect(formatMoney(undefined)).toBe('–');
  });
  it('groups whole numbers by thousands', () => {
    expect(formatInteger(10900)).toBe('10\u202f900');
  });
});

describe('Days', () => {
  it('are written with a short month', () => {
    expect(formatDay('2022-12-12')).toBe('12 déc. 2022');
  });
  it('say 1er for the first of a month, and 11 for the eleventh', () => {
    expect(formatDay('2022-12-01')).toBe('1er déc. 2022');
    expect(formatDay('2022-12-11')).toBe('11 déc. 2022');
    expect(formatLongDay('2022-12-01')).toBe('jeudi 1er décembre 2022');
  });
  it('keep their weekday in the long form', () => {
    expect(formatLongDay('2022-11-24')).toBe('jeudi 24 novembre 2022');
  });
  it('hold at the two ends of what a calendar can hold', () => {
    expect(formatDay('0001-01-01')).toBe('1er janv. 1');
    expect(formatDay('9999-12-31')).toBe('31 déc. 9999');
  });
  it('are given back untouched when they are no day', () => {
    expect(formatDay('2022-02-30')).toBe('2022-02-30');
    expect(formatDay('hier')).toBe('hier');
    expect(formatDay(null)).toBe('–');
  });
  it('make a period with both ends, or since its start', () => {
    expect(formatPeriod('2022-01-10', '2022-07-09')).toBe('10 janv. 2022 → 9 juil. 2022');
    expect(formatPeriod('2022-01-10', null)).toBe('depuis le 10 janv. 2022');
  });
});

describe('Instants', () => {
  it('are told in the time of Paris, in winter and in summer', () => {
    expect(formatInstant('2022-11-24T13:05:00Z')).toBe('24 nov. 2022, 14:05');
    expect(formatInstant('2022-07-24T13:05:00Z')).toBe('24 juil. 2022, 15:05');
  });
});

describe('Quarters and counts', () => {
  it('name the quarter', () => {
    expect(formatQuarter('2022-T1')).toBe('1er trimestre 2022');
    expect(formatQuarter('2022-T3')).toBe('3e trimestre 2022');
  });
  it('find the quarter on both sides of its bound', () => {
    expect(quarterOf('2022-03-31')).toBe('2022-T1');
    expect(quarterOf('2022-04-01')).toBe('2022-T2');
  });
  it('count zero and one in the singular', () => {
    expect(plural(0, 'dossier')).toBe('0 dossier');
    expect(plural(1, 'dossier')).toBe('1 dossier');
    expect(plural(2, 'dossier')).toBe('2 dossiers');
    expect(plural(2, 'bon de commande', 'bons de commande')).toBe('2 bons de commande');
  });
});
