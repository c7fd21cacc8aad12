/** Calendar quarters, written `2022-T1` as the API does. */

const parts = (quarter: string): [year: number, rank: number] => [
  Number(quarter.slice(0, 4)),
  Number(quarter.slice(6)),
];

export function isQuarter(text: string | undefined): text is string {
  return text !== undefined && /^20\d\d-T[1-4]$/.test(text);
}

/** The quarter that many quarters later, or earlier when negative. */
export function shiftQuarter(quarter: string, by: number): string {
  const [year, rank] = parts(quarter);
  const index = year * 4 + rank - 1 + by;
  return `${Math.floor(index / 4)}-T${(index % 4) + 1}`;
}

/** First and last day, both included. */
export function boundsOf(quarter: string): { debut: string; fin: string } {
  const [year, rank] = parts(quarter);
  const last = ['03-31', '06-30', '09-30', '12-31'][rank - 1] ?? '12-31';
  return { debut: `${year}-${String(rank * 3 - 2).padStart(2, '0')}-01`, fin: `${year}-${last}` };
}

/** That many quarters, the given one first, then back in time. */
export function quartersBack(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => shiftQuarter(from, -index));
}
