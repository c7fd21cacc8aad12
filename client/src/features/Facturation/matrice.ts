import type { components } from '@/api/schema';
import { boundsOf, shiftQuarter } from '@/lib/quarter';
import type { FactureResume } from './factures';

type Titulaire = components['schemas']['Titulaire'];

/** What stands at the crossing of a Titulaire and a Lot in one quarter. */
export type Case =
  | { kind: 'facture'; facture: FactureResume }
  /** A convention has begun: an invoice can be looked at, and prepared once the quarter is over. */
  | { kind: 'aPreparer' | 'enCours' }
  /** The convention has ended, but contracts signed under it may run on and be paid (R44). */
  | { kind: 'suites' }
  | { kind: 'rien' };

/** 24 months (R2), in quarters. */
const LONGEST_CONTRACT = 8;

export type LigneDeMatrice = { titulaire: { id: string; nom: string }; cases: Case[] };

/**
 * One row per Titulaire who has had a convention by the end of the quarter, or an invoice in it; one column per Lot.
 * A Titulaire who was not kept still invoices what runs on, so an ended convention keeps its cell for as long.
 */
export function layMatrice(
  factures: readonly FactureResume[],
  titulaires: readonly Titulaire[],
  lots: readonly string[],
  trimestre: string,
  today: string,
): LigneDeMatrice[] {
  const { debut, fin } = boundsOf(trimestre);
  const lastPaid = boundsOf(shiftQuarter(trimestre, -LONGEST_CONTRACT)).debut;
  const running = factures.filter(({ nature, etat }) => nature === 'facture' && etat !== 'creditee');

  const cell = (titulaire: Titulaire, lot: string): Case => {
    const facture = running.find((f) => f.titulaire.id === titulaire.id && f.lot === lot);
    if (facture) return { kind: 'facture', facture };
    const held = titulaire.conventions.filter((c) => c.lotCode === lot && c.debut <= fin);
    if (!held.some((c) => !c.fin || c.fin >= debut)) {
      return { kind: held.some((c) => c.fin && c.fin >= lastPaid) ? 'suites' : 'rien' };
    }
    return { kind: fin < today ? 'aPreparer' : 'enCours' };
  };
  return titulaires
    .map((titulaire) => ({ titulaire, cases: lots.map((lot) => cell(titulaire, lot)) }))
    .filter(({ cases }) => cases.some(({ kind }) => kind !== 'rien'));
}

/** What the invoices of one column, or of all, come to. */
export function totalOf(lignes: readonly LigneDeMatrice[], column?: number): number {
  const cents = lignes
    .flatMap(({ cases }) => (column === undefined ? cases : cases.slice(column, column + 1)))
    .reduce((sum, one) => sum + (one.kind === 'facture' ? Math.round(one.facture.total * 100) : 0), 0);
  return cents / 100;
}
