/** The weeks of a month (`2022-11`), each of seven days from Monday; a day of another month is null. */
export function weeksOf(mois: string): (string | null)[][] {
  const [year, month] = [Number(mois.slice(0, 4)), Number(mois.slice(5, 7))];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: last }, (_, day) => `${mois}-${String(day + 1).padStart(2, '0')}`),
  ];
  const weeks = [];
  for (let start = 0; start < days.length; start += 7) {
    const week: (string | null)[] = days.slice(start, start + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  }
  return weeks;
}

/** The month that many months later. */
export function monthAfter(mois: string, count: number): string {
  const date = new Date(Date.UTC(Number(mois.slice(0, 4)), Number(mois.slice(5, 7)) - 1 + count, 1));
  return date.toISOString().slice(0, 7);
}

/** First and last day of a month. */
export function boundsOf(mois: string): [string, string] {
  const days = weeksOf(mois)
    .flat()
    .filter((day) => day !== null);
  return [days[0] ?? mois, days.at(-1) ?? mois];
}
