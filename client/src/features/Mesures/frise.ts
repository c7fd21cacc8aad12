import type { Evenement, Mesure } from './mesures';

/** Where something stands between the two ends of the line, from 0 to 100. */
export type Repere = { evenement: Evenement; place: number; lane: number };

export type Frise = {
  debut: string;
  fin: string;
  reperes: Repere[];
  contrats: { debut: number; fin: number; rang: number }[];
  suspensions: { debut: number; fin: number }[];
  /** Null when today is outside the line. */
  aujourdhui: number | null;
};

const DAY = 86_400_000;
const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);

/** A label takes about this share of the line, so that the next one goes to another lane. */
const LABEL_WIDTH = 17;
const LANES = 4;

/**
 * From the signature to the end of the measure, or to its last event when it comes later. What led to the signature is
 * told by the table: drawn in weeks beside years, it would be one blot.
 */
export function layFrise(mesure: Mesure, evenements: readonly Evenement[], today: string): Frise {
  const after = evenements.filter(({ date }) => date >= mesure.debut);
  const { debut } = mesure;
  const fin = [mesure.finReelle ?? mesure.finPrevue, ...after.map(({ date }) => date)].sort().at(-1) ?? debut;
  const span = Math.max(1, dayNumber(fin) - dayNumber(debut));
  const placeOf = (day: string) =>
    Math.min(100, Math.max(0, ((dayNumber(day) - dayNumber(debut)) / span) * 100));
  const now = today < debut || today > fin ? null : placeOf(today);

  const ends = Array.from({ length: LANES }, () => -LABEL_WIDTH);
  const reperes = after.map((evenement) => {
    const place = placeOf(evenement.date);
    const free = ends.findIndex((end) => place - end >= LABEL_WIDTH);
    const lane = free >= 0 ? free : ends.indexOf(Math.min(...ends));
    ends[lane] = place;
    return { evenement, place, lane };
  });
  return {
    debut,
    fin,
    reperes,
    contrats: mesure.contrats.map((contrat) => ({
      rang: contrat.rang,
      debut: placeOf(contrat.debut),
      fin: placeOf(contrat.finReelle ?? contrat.finPrevue),
    })),
    suspensions: mesure.suspensions.map((s) => ({ debut: placeOf(s.debut), fin: placeOf(s.fin) })),
    aujourdhui: now,
  };
}

/** « mois 5 sur 12 » of the contract that runs on that day; null outside every contract. */
export function monthOf(mesure: Mesure, today: string): string | null {
  const contrat = mesure.contrats.find((c) => c.debut <= today && today <= (c.finReelle ?? c.finPrevue));
  if (!contrat) return null;
  const [year = 0, month = 0, day = 0] = contrat.debut.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = today.split('-').map(Number);
  const whole = (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
  return `mois ${whole + 1} sur ${contrat.dureeMois}`;
}
