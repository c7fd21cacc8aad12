/**
 * The one module that writes money, dates and numbers for people (fr-FR).
 * Dates are `yyyy-MM-dd` strings read as calendar days: no zone ever shifts them.
 */

const NARROW_SPACE = '\u202f';

const euros = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
const integers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const shortDay = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const longDay = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const moments = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** What stands where nothing is known: read aloud as nothing, seen as a dash. */
export const NOTHING = '–';

// Engines differ on U+00A0 and U+202F from one version of their data to the next; people and tests get one.
const narrow = (text: string) => text.replace(/[\u00a0\u202f]/g, NARROW_SPACE);

function parseDay(day: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return date.toISOString().startsWith(day) ? date : null;
}

/** Euros, as `1 215,42 €` with narrow no-break spaces. */
export function formatMoney(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? NOTHING : narrow(euros.format(amount));
}

/** A whole number, as `10 900` with narrow no-break spaces. */
export function formatInteger(value: number | null | undefined): string {
  return value === null || value === undefined ? NOTHING : narrow(integers.format(value));
}

/** A number of at most two decimals, as `0,8`: a working time, what it carries. */
export function formatDecimal(value: number): string {
  return narrow(decimals.format(value));
}

/** A calendar day, as `12 déc. 2022` (and `1er déc. 2022`); what is not a day is given back as it is. */
export function formatDay(day: string | null | undefined): string {
  if (!day) return NOTHING;
  const date = parseDay(day);
  return date ? first(shortDay.format(date)) : day;
}

/** A calendar day with its weekday, as `jeudi 24 novembre 2022`. */
export function formatLongDay(day: string): string {
  const date = parseDay(day);
  return date ? first(longDay.format(date)) : day;
}

/** An instant (ISO 8601), in the time of Paris, as `24 nov. 2022, 14:05`. */
export function formatInstant(instant: string | null | undefined): string {
  if (!instant) return NOTHING;
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : narrow(moments.format(date)).replace(/ à /, ', ');
}

/** Both ends included; an open period ends with `en cours`. */
export function formatPeriod(start: string, end: string | null | undefined): string {
  return end ? `${formatDay(start)} → ${formatDay(end)}` : `depuis le ${formatDay(start)}`;
}

/** `2022-T1` as `1er trimestre 2022`. */
export function formatQuarter(quarter: string): string {
  const match = /^(\d{4})-T([1-4])$/.exec(quarter);
  return match ? `${match[2] === '1' ? '1er' : `${match[2]}e`} trimestre ${match[1]}` : quarter;
}

/** `plural(2, 'dossier')` is `2 dossiers`; French counts zero and one as singular. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatInteger(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** The `yyyy-Tn` of a calendar day. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function first(text: string): string {
  return text.replace(/^((?:\D+ )?)1 /, '$11er ');
}
